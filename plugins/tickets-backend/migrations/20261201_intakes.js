// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ticket_intakes', table => {
    table.comment('What modules have brought in from outside, each once');
    table.string('intake', 64).notNullable();
    table.string('key', 128).notNullable().comment('Says what was brought in');
    table
      .string('result', 255)
      .notNullable()
      .comment('What came of it, in words of the module');
    table.dateTime('done_at').notNullable();
    table.primary(['intake', 'key']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ticket_intakes');
};
