// @ts-check

/**
 * Changes that agents alone see are counted, so that nobody else finds them in
 * versions. A release that does not know these columns leaves them as they are:
 * then `traced_version` is not the version of the ticket.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('tickets', table => {
    table
      .integer('internal_changes')
      .notNullable()
      .defaultTo(0)
      .comment('How many versions came of what only agents see');
    table
      .string('changed_by', 255)
      .nullable()
      .comment('Who made the last change that agents see');
    table
      .timestamp('active_at', { useTz: true })
      .nullable()
      .comment('When it was last worked on or talked about');
    table
      .integer('traced_version')
      .nullable()
      .comment('The version of which changed_by and active_at tell');
  });
  for (const table of ['ticket_events', 'ticket_reads']) {
    await knex.schema.alterTable(table, altered => {
      altered.integer('internal_changes').notNullable().defaultTo(0);
    });
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const [table, column] of [
    ['ticket_reads', 'internal_changes'],
    ['ticket_events', 'internal_changes'],
    ['tickets', 'internal_changes'],
    ['tickets', 'changed_by'],
    ['tickets', 'active_at'],
    ['tickets', 'traced_version'],
  ]) {
    await knex.raw('alter table ?? drop column ??', [table, column]);
  }
};
