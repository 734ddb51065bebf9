// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ticket_secrets', table => {
    table.comment('Random keys of the desk, which all replicas share');
    table.string('name', 64).primary();
    table.string('value', 255).notNullable().comment('Hexadecimal');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ticket_secrets');
};
