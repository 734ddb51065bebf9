// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ticket_reopenings', table => {
    table.comment(
      'From when until when a ticket had ended before it was opened again; written since there are reports',
    );
    table.bigIncrements('seq');
    table
      .string('ticket_id', 36)
      .notNullable()
      .references('id')
      .inTable('tickets')
      .onDelete('CASCADE');
    table.timestamp('ended_at', { useTz: true }).notNullable();
    table.timestamp('reopened_at', { useTz: true }).notNullable();

    table.index(['ticket_id'], 'ticket_reopenings_ticket_idx');
    table.index(['reopened_at'], 'ticket_reopenings_reopened_idx');
  });
  await knex.schema.alterTable('tickets', table => {
    table.index(['ended_at'], 'tickets_ended_idx', {
      predicate: knex.whereNotNull('ended_at'),
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('tickets', table => {
    table.dropIndex(['ended_at'], 'tickets_ended_idx');
  });
  await knex.schema.dropTable('ticket_reopenings');
};
