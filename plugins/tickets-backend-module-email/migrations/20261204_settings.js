/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('ticket_mail_settings', table => {
    table.comment('How people want to be mailed, where they said so');
    table.string('user_ref', 255).primary();
    table.string('mails', 16).notNullable().comment('instant, digest or off');
    table.dateTime('updated_at').notNullable();
  });
  await knex.schema.createTable('ticket_mail_digest', table => {
    table.comment('What stands in the next digest of whom');
    table.bigIncrements('id');
    table.string('user_ref', 255).notNullable();
    table.string('notification_id', 64).notNullable();
    table.string('ticket_id', 64).notNullable();
    table.text('url').notNullable();
    table.text('sentence').notNullable();
    table.text('actor').notNullable();
    table.dateTime('at').notNullable();
    table.bigInteger('batch').comment('Those of one mail have the same');
    table.dateTime('sent_at');
    table.unique(['user_ref', 'notification_id'], {
      indexName: 'ticket_mail_digest_once',
    });
    table.index(['sent_at', 'user_ref'], 'ticket_mail_digest_waiting');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ticket_mail_digest');
  await knex.schema.dropTable('ticket_mail_settings');
};
