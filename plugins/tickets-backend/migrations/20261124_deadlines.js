// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('tickets', table => {
    table
      .string('updated_by', 255)
      .notNullable()
      .defaultTo('')
      .comment('Who made the last change that left a trace');
    table
      .timestamp('first_response_at', { useTz: true })
      .nullable()
      .comment('When the team first replied');
    table.timestamp('response_due_at', { useTz: true }).nullable();
    table.timestamp('resolution_due_at', { useTz: true }).nullable();
    table.timestamp('inactivity_due_at', { useTz: true }).nullable();
    table
      .timestamp('next_due_at', { useTz: true })
      .nullable()
      .comment('The earliest deadline that is still to be met');
    table.boolean('response_met').nullable().comment('Null: not decided yet');
    table.boolean('resolution_met').nullable().comment('Null: not decided yet');
    table
      .timestamp('sla_check_at', { useTz: true })
      .nullable()
      .comment('When the desk has to warn of a deadline or record its breach');

    table.index(['sla_check_at', 'id'], 'tickets_sla_check_idx', {
      predicate: knex.whereNotNull('sla_check_at'),
    });
  });
  await knex('tickets').update({
    updated_by: knex.raw(
      `coalesce(
        (select actor from ticket_events
          where ticket_events.ticket_id = tickets.id
            and ticket_events.version = tickets.version
          order by seq limit 1),
        created_by)`,
    ),
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('tickets', table => {
    table.dropIndex(['sla_check_at', 'id'], 'tickets_sla_check_idx');
  });
  // by hand, since knex would drop and make the whole table again on SQLite,
  // and everything that refers to it would go with it
  for (const column of [
    'updated_by',
    'first_response_at',
    'response_due_at',
    'resolution_due_at',
    'inactivity_due_at',
    'next_due_at',
    'response_met',
    'resolution_met',
    'sla_check_at',
  ]) {
    await knex.raw('alter table ?? drop column ??', ['tickets', column]);
  }
};
