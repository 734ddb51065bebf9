/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('ticket_mail_notifications', table => {
    table.comment('What mails were about, so that they can be sent again');
    table.string('id', 64).primary();
    table.text('notification').notNullable();
    table.text('ticket_path').notNullable();
    table.dateTime('created_at').notNullable();
    table.index(['created_at'], 'ticket_mail_notifications_created');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ticket_mail_notifications');
};
