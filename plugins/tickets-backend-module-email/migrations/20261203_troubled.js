/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('ticket_mails', table => {
    table.index(['state', 'id'], 'ticket_mails_state');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('ticket_mails', table => {
    table.dropIndex(['state', 'id'], 'ticket_mails_state');
  });
};
