import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';

/**
 * Prepares a PostgreSQL database for replicas, in which each notice for the
 * channel `recorder` is written down, also after it was delivered.
 *
 * @returns how the replicas connect to it
 */
export async function prepareSharedDatabase(knex: Knex): Promise<string> {
  await knex.schema.createTable('deliveries', table => {
    table.string('notice_id', 36).notNullable();
  });
  await knex.schema.createTable('recorded_notices', table => {
    table.string('notice_id', 36).notNullable();
    table.string('ticket_id', 36).notNullable();
    table.text('notice').notNullable();
  });
  await knex.raw(`
    create function record_notice() returns trigger language plpgsql as $$
    begin
      if new.channel = 'recorder' then
        insert into recorded_notices (notice_id, ticket_id, notice)
          values (new.notice_id, new.ticket_id, new.notice);
      end if;
      return new;
    end $$;
    create trigger record_notice after insert on ticket_outbox
      for each row execute function record_notice();
  `);
  const url = new URL(
    process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING ?? '',
  );
  const { database } = knex.client.config.connection;
  url.pathname = `/${database}`;
  return url.href;
}

/** Waits until nothing is on its way to the recorder any more. */
export async function untilAllIsDelivered(knex: Knex): Promise<void> {
  for (let second = 0; second < 120; second++) {
    const left = await knex('ticket_outbox')
      .where('channel', 'recorder')
      .first();
    if (!left) {
      return;
    }
    await sleep(1000);
  }
  throw new Error('The outbox was not emptied');
}

/** How often each notice was delivered. */
export async function deliveries(knex: Knex): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { notice_id: id } of await knex('recorded_notices')) {
    counts.set(id, 0);
  }
  for (const { notice_id: id } of await knex('deliveries')) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
