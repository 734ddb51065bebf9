/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('ticket_mails', table => {
    table.comment('What became of each mail about a ticket');
    table.bigIncrements('id');
    table.string('notification_id', 64).notNullable();
    table.string('ticket_id', 64).notNullable();
    table
      .string('address', 320)
      .notNullable()
      .comment('In lower case, so that nobody is mailed twice');
    table.string('message_id', 512).notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment('queued, sent, refused (for good) or failed (so far)');
    table.text('error').comment('What was wrong at the last attempt');
    table.dateTime('created_at').notNullable();
    table.dateTime('updated_at').notNullable();
    table.unique(['notification_id', 'address'], {
      indexName: 'ticket_mails_notification_address',
    });
    table.index(['ticket_id'], 'ticket_mails_ticket');
    table.index(['updated_at'], 'ticket_mails_updated');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ticket_mails');
};
