// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ticket_views', table => {
    table.comment('Saved views: lists of tickets that a person comes back to');
    table.string('id', 36).primary();
    table.string('owner', 255).notNullable().comment('A user, or a team');
    table.string('name', 100).notNullable();
    table.text('filter').notNullable().comment('JSON object');
    table.string('sort', 32).notNullable();
    table.string('order', 4).notNullable();
    table.text('columns').nullable().comment('JSON array; null: the usual');
    table.integer('position').notNullable();
    table.integer('version').notNullable();
    table.timestamp('created_at', { useTz: true }).notNullable();
    table.timestamp('updated_at', { useTz: true }).notNullable();
    table.string('updated_by', 255).notNullable();

    table.unique(['owner', 'name'], { indexName: 'ticket_views_owner_idx' });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ticket_views');
};
