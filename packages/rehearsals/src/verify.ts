import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Backend } from './Backend';
import type { Ledger } from './Ledger';

/** How long the background may take to make found what older versions wrote. */
const PATIENCE = 240_000;

export interface Findings {
  readonly lost: string[];
  readonly doubled: string[];
}

/** Compares what was acknowledged with what there is. */
export async function lostAndDoubled(
  knex: Knex,
  ledger: Ledger,
): Promise<Findings> {
  const lost: string[] = [];
  const doubled: string[] = [];
  const compare = (
    what: string,
    wanted: Iterable<string>,
    counts: ReadonlyMap<string, number>,
  ) => {
    for (const name of wanted) {
      if (!counts.has(name)) {
        lost.push(`${what} ${name}`);
      }
    }
    for (const [name, count] of counts) {
      if (count > 1) {
        doubled.push(`${what} ${name}`);
      }
    }
  };
  const { tickets, messages } = ledger;
  const subjects = await countsOf(knex, 'tickets', 'subject');
  compare('ticket', tickets.keys(), subjects);
  compare('number', [], await countsOf(knex, 'tickets', 'number'));
  const bodies = await countsOf(knex, 'ticket_messages', 'body');
  compare('message', messages.keys(), bodies);
  lost.push(...(await lostStatuses(knex, ledger)));
  return { lost, doubled };
}

async function countsOf(
  knex: Knex,
  table: string,
  column: string,
): Promise<Map<string, number>> {
  const rows: { name: string; count: number | string }[] = await knex(table)
    .select({ name: column })
    .count({ count: '*' })
    .groupBy(column);
  return new Map(rows.map(({ name, count }) => [name, Number(count)]));
}

async function lostStatuses(knex: Knex, ledger: Ledger): Promise<string[]> {
  const rows: { id: string; status: string }[] = await knex('tickets').select(
    'id',
    'status',
  );
  const statuses = new Map(rows.map(({ id, status }) => [id, status]));
  return [...ledger.statuses]
    .filter(([ticket, status]) => statuses.get(ticket) !== status)
    .map(
      ([ticket, status]) =>
        `status ${status} of ${ticket}: ${statuses.get(ticket)}`,
    );
}

/**
 * Searches for each word that was acknowledged.
 *
 * @returns words that are not found
 */
export async function notFound(
  backend: Backend,
  ledger: Ledger,
): Promise<string[]> {
  let missing = [...ledger.tickets, ...ledger.messages];
  const until = Date.now() + PATIENCE;
  for (;;) {
    missing = await stillMissing(backend, missing);
    if (missing.length === 0 || Date.now() > until) {
      return missing.map(([name]) => name);
    }
    await sleep(5_000);
  }
}

async function stillMissing(
  backend: Backend,
  entries: readonly [name: string, ticket: string][],
): Promise<[string, string][]> {
  const missing: [string, string][] = [];
  for (const [name, ticket] of entries) {
    const answer = await backend.ask('GET', `/search?text=${name}`, {
      person: 'agent',
    });
    if (!answer?.body.items?.some(item => item.ticket.id === ticket)) {
      missing.push([name, ticket]);
    }
  }
  return missing;
}
