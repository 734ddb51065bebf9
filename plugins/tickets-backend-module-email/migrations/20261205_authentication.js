/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('ticket_incoming_mails', table => {
    table
      .string('authentication', 128)
      .comment('What the mail server found: spf=pass dkim=pass dmarc=pass');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('ticket_incoming_mails', table => {
    table.dropColumn('authentication');
  });
};
