// @ts-check

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} column
 */
function ticketReference(table, column = 'ticket_id') {
  return table
    .string(column, 36)
    .references('id')
    .inTable('tickets')
    .onDelete('CASCADE');
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('tickets', table => {
    table.string('channel', 16).notNullable().defaultTo('portal');
    table.text('fields').notNullable().defaultTo('{}').comment('JSON object');
    table.text('tags').notNullable().defaultTo('[]').comment('JSON array');
    table.text('people').notNullable().defaultTo('[]').comment('JSON array');
    table.text('entities').notNullable().defaultTo('[]').comment('JSON array');
    table.string('system', 255).nullable().comment('A catalog System');
    table.string('sla_policy', 64).nullable();
    table.boolean('notify_requester').notNullable().defaultTo(true);
    table.boolean('organisation_access').notNullable().defaultTo(true);
    table.timestamp('postponed_until', { useTz: true }).nullable();
    table.timestamp('archived_at', { useTz: true }).nullable();
    // the id of a ticket; no foreign key, since SQLite adds none to a table
    table.string('merged_into', 36).nullable();
    table.integer('rating').nullable().comment('1 to 5 stars');
    table.text('rating_comment').nullable();

    table.index(['merged_into'], 'tickets_merged_into_idx', {
      predicate: knex.whereNotNull('merged_into'),
    });
    table.index(['postponed_until'], 'tickets_postponed_idx', {
      predicate: knex.whereNotNull('postponed_until'),
    });
    table.index(['status', 'updated_at', 'id'], 'tickets_idle_idx', {
      predicate: knex.whereNull('archived_at'),
    });
  });

  await knex.schema.createTable('ticket_tags', table => {
    table.comment('tickets.tags once more, to find tickets by them');
    ticketReference(table).notNullable();
    table.string('tag', 64).notNullable();
    table.primary(['tag', 'ticket_id']);
    table.index(['ticket_id'], 'ticket_tags_ticket_idx');
  });

  await knex.schema.createTable('ticket_people', table => {
    table.comment('tickets.people once more, to find tickets by them');
    ticketReference(table).notNullable();
    table.string('ref', 255).notNullable();
    table.string('role', 16).notNullable().comment('to, cc or watcher');
    table.primary(['ref', 'ticket_id', 'role']);
    table.index(['ticket_id'], 'ticket_people_ticket_idx');
  });

  await knex.schema.createTable('ticket_entities', table => {
    table.comment('tickets.entities once more, to find tickets by them');
    ticketReference(table).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.primary(['entity_ref', 'ticket_id']);
    table.index(['ticket_id'], 'ticket_entities_ticket_idx');
  });

  await knex.schema.createTable('ticket_links', table => {
    table.comment('How tickets belong together');
    ticketReference(table, 'from_ticket').notNullable();
    ticketReference(table, 'to_ticket').notNullable();
    table.string('type', 16).notNullable();
    table.timestamp('created_at', { useTz: true }).notNullable();
    table.primary(['from_ticket', 'to_ticket', 'type']);
    table.index(['to_ticket'], 'ticket_links_to_idx');
  });

  await knex.schema.alterTable('ticket_messages', table => {
    table
      .string('origin', 255)
      .nullable()
      .comment('Number of the ticket that the message was written on');
  });

  await knex.schema.createTable('ticket_message_recipients', table => {
    table.comment('Who may read a private message beside its author');
    table
      .bigInteger('message_seq')
      .notNullable()
      .references('seq')
      .inTable('ticket_messages')
      .onDelete('CASCADE');
    table.string('ref', 255).notNullable();
    table.primary(['message_seq', 'ref']);
  });

  await knex.schema.createTable('ticket_files', table => {
    table.comment('Uploaded files; without a message while not yet attached');
    table.string('id', 36).primary();
    ticketReference(table).nullable();
    table
      .bigInteger('message_seq')
      .nullable()
      .references('seq')
      .inTable('ticket_messages')
      .onDelete('CASCADE');
    table.string('name', 255).notNullable();
    table.string('media_type', 255).notNullable();
    table.bigInteger('size').notNullable().comment('bytes');
    table.string('sha256', 64).notNullable();
    table.string('storage', 16).notNullable();
    table.string('storage_key', 64).notNullable().unique();
    table.string('uploaded_by', 255).notNullable();
    table.timestamp('created_at', { useTz: true }).notNullable();
    table.index(['ticket_id'], 'ticket_files_ticket_idx');
    table.index(['message_seq'], 'ticket_files_message_idx');
    table.index(['uploaded_by', 'created_at'], 'ticket_files_loose_idx', {
      predicate: knex.whereNull('ticket_id'),
    });
  });

  await knex.schema.createTable('ticket_file_chunks', table => {
    table.comment('What files hold, where the database is their storage');
    table.string('storage_key', 64).notNullable();
    table.integer('position').notNullable();
    table.binary('bytes').notNullable();
    table.primary(['storage_key', 'position']);
  });

  await knex.schema.createTable('ticket_file_leftovers', table => {
    table.comment('Stored files that belong to nothing and wait for removal');
    table.string('storage_key', 64).primary();
    table.string('storage', 16).notNullable();
    table.timestamp('since', { useTz: true }).notNullable();
    table
      .string('uploaded_by', 255)
      .nullable()
      .comment('Who is uploading it; null once it waits for removal');
    table.index(['uploaded_by'], 'ticket_file_leftovers_person_idx');
  });

  await knex.schema.createTable('ticket_outbox', table => {
    table.comment('Notifications that did not reach their channel yet');
    table.bigIncrements('seq');
    table.string('notice_id', 36).notNullable();
    table.string('channel', 64).notNullable();
    // no foreign key: notifications of a deleted ticket are sent all the same
    table.string('ticket_id', 36).notNullable();
    table.text('notice').notNullable().comment('JSON');
    table.timestamp('created_at', { useTz: true }).notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table
      .timestamp('due_at', { useTz: true })
      .nullable()
      .comment('When it is tried next; null: failed');
    table.text('last_error').nullable();
    table.index(['channel', 'due_at'], 'ticket_outbox_due_idx', {
      predicate: knex.whereNotNull('due_at'),
    });
    table.index(['seq'], 'ticket_outbox_parked_idx', {
      predicate: knex.whereNull('due_at'),
    });
  });

  await knex.schema.createTable('ticket_requests', table => {
    table.comment('Requests with an Idempotency-Key, and what came of them');
    table.string('caller', 255).notNullable();
    table.string('key', 255).notNullable();
    table.string('fingerprint', 64).notNullable();
    table.string('result', 64).notNullable();
    table.timestamp('at', { useTz: true }).notNullable();
    table.primary(['caller', 'key']);
    table.index(['at'], 'ticket_requests_at_idx');
  });

  await knex.schema.createTable('ticket_rotations', table => {
    table.comment('Whom round robin assigned last in each team');
    table.string('team', 255).primary();
    table.string('last', 255).notNullable();
  });

  await knex.schema.createTable('ticket_absences', table => {
    table.comment('Who is absent, and gets no tickets automatically');
    table.string('person', 255).primary();
    table.timestamp('from', { useTz: true }).notNullable();
    table.timestamp('until', { useTz: true }).nullable();
    table.string('set_by', 255).notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'ticket_absences',
    'ticket_rotations',
    'ticket_requests',
    'ticket_outbox',
    'ticket_file_leftovers',
    'ticket_file_chunks',
    'ticket_files',
    'ticket_message_recipients',
    'ticket_links',
    'ticket_entities',
    'ticket_people',
    'ticket_tags',
  ]) {
    await knex.schema.dropTable(table);
  }
  await knex.schema.alterTable('tickets', table => {
    table.dropIndex(['merged_into'], 'tickets_merged_into_idx');
    table.dropIndex(['postponed_until'], 'tickets_postponed_idx');
    table.dropIndex(['status', 'updated_at', 'id'], 'tickets_idle_idx');
  });
  // by hand, since knex would drop and make the whole table again on SQLite,
  // and everything that refers to it would go with it
  for (const [table, column] of [
    ['ticket_messages', 'origin'],
    ['tickets', 'channel'],
    ['tickets', 'fields'],
    ['tickets', 'tags'],
    ['tickets', 'people'],
    ['tickets', 'entities'],
    ['tickets', 'system'],
    ['tickets', 'sla_policy'],
    ['tickets', 'notify_requester'],
    ['tickets', 'organisation_access'],
    ['tickets', 'postponed_until'],
    ['tickets', 'archived_at'],
    ['tickets', 'merged_into'],
    ['tickets', 'rating'],
    ['tickets', 'rating_comment'],
  ]) {
    await knex.raw('alter table ?? drop column ??', [table, column]);
  }
};
