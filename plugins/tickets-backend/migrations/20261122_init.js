// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('tickets', table => {
    table.comment('Every ticket as its events left it');
    table.string('id', 36).primary();
    table.string('number', 255).notNullable().unique();
    table.integer('version').notNullable();
    table.text('subject').notNullable();
    table.string('status', 64).notNullable();
    table.string('category', 64).nullable();
    table.string('priority', 64).notNullable();
    table.string('visibility', 16).notNullable();
    table.string('requester', 255).notNullable();
    table.string('created_by', 255).notNullable();
    table.string('organisation', 255).nullable();
    table.string('team', 255).nullable();
    table.string('assignee', 255).nullable();
    table.timestamp('created_at', { useTz: true }).notNullable();
    table.timestamp('updated_at', { useTz: true }).notNullable();
    table.timestamp('ended_at', { useTz: true }).nullable();

    table.index(['created_at', 'id'], 'tickets_created_idx');
    table.index(['updated_at', 'id'], 'tickets_updated_idx');
    table.index(['requester', 'updated_at', 'id'], 'tickets_requester_idx');
    table.index(['created_by', 'updated_at', 'id'], 'tickets_created_by_idx');
    table.index(['organisation', 'updated_at'], 'tickets_organisation_idx');
    table.index(['team', 'updated_at', 'id'], 'tickets_team_idx');
    table.index(['assignee', 'updated_at', 'id'], 'tickets_assignee_idx');
    table.index(['team', 'updated_at', 'id'], 'tickets_team_open_idx', {
      predicate: knex.whereNull('ended_at'),
    });
  });

  await knex.schema.createTable('ticket_assets', table => {
    table.comment('The catalog entities that tickets are about');
    table
      .string('ticket_id', 36)
      .notNullable()
      .references('id')
      .inTable('tickets')
      .onDelete('CASCADE');
    table.integer('position').notNullable().comment('0 is the primary asset');
    table.string('entity_ref', 255).notNullable();
    table.string('owner', 255).nullable();

    table.primary(['ticket_id', 'position']);
    table.unique(['entity_ref', 'ticket_id'], {
      indexName: 'ticket_assets_entity_idx',
    });
    table.index(['owner', 'ticket_id'], 'ticket_assets_owner_idx');
  });

  await knex.schema.createTable('ticket_messages', table => {
    table.comment('Replies and notes, in the order in which they were written');
    table.bigIncrements('seq');
    table
      .string('ticket_id', 36)
      .notNullable()
      .references('id')
      .inTable('tickets')
      .onDelete('CASCADE');
    table.string('kind', 16).notNullable();
    table.string('side', 16).notNullable();
    table.string('author', 255).notNullable();
    table.text('body').notNullable();
    table.timestamp('created_at', { useTz: true }).notNullable();

    table.index(['ticket_id', 'seq'], 'ticket_messages_ticket_idx');
  });

  await knex.schema.createTable('ticket_events', table => {
    table.comment('Every change of every ticket, in order');
    table.bigIncrements('seq');
    table
      .string('ticket_id', 36)
      .notNullable()
      .references('id')
      .inTable('tickets')
      .onDelete('CASCADE');
    table.integer('version').notNullable();
    table.string('actor', 255).notNullable();
    table.timestamp('at', { useTz: true }).notNullable();
    table.text('detail').notNullable().comment('JSON');

    table.index(['ticket_id', 'seq'], 'ticket_events_ticket_idx');
  });

  await knex.schema.createTable('ticket_counters', table => {
    table.comment('The last count taken from each counter of ticket numbers');
    table.string('scope', 255).primary();
    table.bigInteger('value').notNullable();
  });

  await knex.schema.createTable('ticket_imports', table => {
    table.comment('The imports that are done');
    table.string('id', 255).primary();
    table.timestamp('done_at', { useTz: true }).notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ticket_imports');
  await knex.schema.dropTable('ticket_counters');
  await knex.schema.dropTable('ticket_events');
  await knex.schema.dropTable('ticket_messages');
  await knex.schema.dropTable('ticket_assets');
  await knex.schema.dropTable('tickets');
};
