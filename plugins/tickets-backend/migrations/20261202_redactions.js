// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('ticket_messages', table => {
    table
      .string('redacted_by', 255)
      .nullable()
      .comment('Who removed what it said; null where nobody did');
    table.dateTime('redacted_at').nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('ticket_messages', table => {
    table.dropColumn('redacted_by');
    table.dropColumn('redacted_at');
  });
};
