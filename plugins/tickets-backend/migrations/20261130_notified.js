// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ticket_notified', table => {
    table.comment(
      'Which notifications of tickets people may have in the portal',
    );
    // no foreign key: notifications of a ticket are withdrawn after it is gone
    table.text('ticket_id').notNullable();
    table.string('person', 255).notNullable();
    table.string('scope', 255).notNullable().comment('As the portal knows it');
    table.timestamp('told_at', { useTz: true }).notNullable();
    table
      .timestamp('lost_since', { useTz: true })
      .nullable()
      .comment('When it was first seen that they may not read the ticket');
    table.primary(['ticket_id', 'scope', 'person']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ticket_notified');
};
