// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ticket_unavailable', table => {
    table.comment(
      'Teams, and assignees in them, with open tickets whom the catalog does not have',
    );
    table.string('team', 255).notNullable().comment('Empty: none');
    table.string('assignee', 255).notNullable().comment('Empty: the team');
    table.timestamp('since', { useTz: true }).notNullable();
    table.timestamp('seen_at', { useTz: true }).notNullable();
    table.primary(['team', 'assignee']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ticket_unavailable');
};
