/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('ticket_incoming_mails', table => {
    table.comment('What became of each mail that came');
    table.bigIncrements('id');
    table.string('mailbox', 64).notNullable();
    table
      .string('fingerprint', 64)
      .notNullable()
      .comment('Of who wrote when and what; a mail that comes again has it');
    table.string('message_id', 512);
    table.string('sender', 320).comment('In lower case');
    table.string('subject', 512);
    table.integer('size').notNullable().comment('In bytes');
    table
      .string('state', 16)
      .notNullable()
      .comment('received, done or quarantined');
    table.string('outcome', 16).comment('What came of one that is done');
    table.string('ticket_id', 64);
    table.string('reason', 32).comment('Why it is quarantined');
    table.text('detail');
    table.boolean('released').notNullable().defaultTo(false);
    table
      .string('released_as', 255)
      .comment('Whom an admin took it to be from');
    table.integer('attempts').notNullable().defaultTo(0);
    table.dateTime('due_at').comment('When it is tried next');
    table.dateTime('received_at').notNullable();
    table.dateTime('updated_at').notNullable();
    table.unique(['fingerprint'], {
      indexName: 'ticket_incoming_mails_fingerprint',
    });
    table.index(['state', 'id'], 'ticket_incoming_mails_state');
    table.index(['sender', 'received_at'], 'ticket_incoming_mails_sender');
    table.index(['message_id'], 'ticket_incoming_mails_message_id');
    table.index(['ticket_id'], 'ticket_incoming_mails_ticket');
    table.index(['updated_at'], 'ticket_incoming_mails_updated');
  });
  await knex.schema.createTable('ticket_incoming_originals', table => {
    table.comment('Mails as they came');
    table
      .bigInteger('mail_id')
      .primary()
      .references('id')
      .inTable('ticket_incoming_mails')
      .onDelete('cascade');
    table.binary('content').notNullable();
  });
  await knex.schema.createTable('ticket_mailboxes', table => {
    table.comment('How far each mailbox is read');
    table.string('mailbox', 64).primary();
    table.string('uid_validity', 24).notNullable();
    table.bigInteger('last_uid').notNullable();
    table.dateTime('began_at').notNullable();
  });
  await knex.schema.createTable('ticket_mail_leases', table => {
    table.comment('Which backend does what only one may do at a time');
    table.string('name', 80).primary();
    table.string('holder', 64).notNullable();
    table.dateTime('until').notNullable();
  });
  await knex.schema.createTable('ticket_mail_secrets', table => {
    table.comment('Random keys');
    table.string('name', 64).primary();
    table.string('value', 128).notNullable();
  });
  await knex.schema.createTable('ticket_mail_tokens', table => {
    table.comment('What random tokens in mails stand for');
    table.string('hash', 64).primary();
    table.string('purpose', 16).notNullable();
    table.string('ticket_id', 64).notNullable();
    table.string('user_ref', 255).notNullable();
    table.string('address', 320).notNullable();
    table.dateTime('created_at').notNullable();
    table.index(['created_at'], 'ticket_mail_tokens_created');
  });
  await knex.schema.createTable('ticket_mail_muted', table => {
    table.comment('Who wants no mails about a ticket');
    table.string('ticket_id', 64).notNullable();
    table.string('address', 320).notNullable();
    table.dateTime('since').notNullable();
    table.primary(['ticket_id', 'address']);
  });
  await knex.schema.createTable('ticket_mail_dead_addresses', table => {
    table.comment('Addresses from which mails came back for good');
    table.string('address', 320).primary();
    table.text('error').notNullable();
    table.dateTime('since').notNullable();
  });
  await knex.schema.alterTable('ticket_mails', table => {
    table.index(['message_id'], 'ticket_mails_message_id');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('ticket_mails', table => {
    table.dropIndex(['message_id'], 'ticket_mails_message_id');
  });
  for (const table of [
    'ticket_mail_dead_addresses',
    'ticket_mail_muted',
    'ticket_mail_tokens',
    'ticket_mail_secrets',
    'ticket_mail_leases',
    'ticket_mailboxes',
    'ticket_incoming_originals',
    'ticket_incoming_mails',
  ]) {
    await knex.schema.dropTable(table);
  }
};
