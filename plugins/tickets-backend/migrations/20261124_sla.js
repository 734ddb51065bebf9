// @ts-check

/**
 * What the events of a ticket mean to its deadlines. Events of older releases
 * do not say which side replied; their messages do.
 *
 * @param {(path: string) => string} detail - SQL for a part of the detail
 */
function meaning(detail) {
  return `case
    when ${detail('type')} in ('filed', 'status-changed', 'merged-into')
      then 'clock'
    when ${detail('type')} = 'edited'
      and ${detail('field')} in ('priority', 'slaPolicy') then 'clock'
    when ${detail('type')} in ('noted', 'assigned', 'moved') then 'act'
    when ${detail('type')} = 'replied' and exists (
      select 1 from ticket_messages
        where ticket_messages.seq = cast(${detail('messageId')} as bigint)
          and ticket_messages.side = 'team'
    ) then 'reply'
    else null
  end`;
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('ticket_events', table => {
    table
      .string('sla', 8)
      .nullable()
      .comment('What it means to the deadlines: clock, reply or act');
    table.index(['ticket_id', 'sla', 'seq'], 'ticket_events_sla_idx', {
      predicate: knex.whereNotNull('sla'),
    });
  });
  const detail = knex.client.config.client.includes('sqlite')
    ? (/** @type {string} */ path) => `json_extract(detail, '$.${path}')`
    : (/** @type {string} */ path) => `(detail::json ->> '${path}')`;
  await knex('ticket_events')
    .whereRaw(`${meaning(detail)} is not null`)
    .update({ sla: knex.raw(meaning(detail)) });

  await knex.schema.alterTable('tickets', table => {
    table
      .string('sla_rules', 16)
      .notNullable()
      .defaultTo('')
      .comment('Fingerprint of the rules that its deadlines were computed by');
    table.index(['sla_rules', 'id'], 'tickets_sla_rules_idx', {
      predicate: knex.whereNotNull('sla_policy').whereNull('ended_at'),
    });
  });
  await knex('tickets').update({
    first_response_at: knex('ticket_events')
      .min('at')
      .whereRaw('ticket_events.ticket_id = tickets.id')
      .where('sla', 'reply'),
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('tickets', table => {
    table.dropIndex(['sla_rules', 'id'], 'tickets_sla_rules_idx');
  });
  await knex.schema.alterTable('ticket_events', table => {
    table.dropIndex(['ticket_id', 'sla', 'seq'], 'ticket_events_sla_idx');
  });
  // by hand, since knex would drop and make the whole table again on SQLite,
  // and everything that refers to it would go with it
  await knex.raw('alter table tickets drop column sla_rules');
  await knex.raw('alter table ticket_events drop column sla');
};
