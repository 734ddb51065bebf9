import { setTimeout as sleep } from 'node:timers/promises';

/** How long the background may take to make found what older versions wrote. */
const PATIENCE = 240_000;

/**
 * Compares what was acknowledged with what there is.
 *
 * @param {import('knex').Knex} knex
 * @param {import('./Ledger.mjs').Ledger} ledger
 * @returns {Promise<{ lost: string[], doubled: string[] }>}
 */
export async function lostAndDoubled(knex, ledger) {
  const lost = [];
  const doubled = [];
  const compare = (what, wanted, counts) => {
    for (const name of wanted) if (!counts.has(name)) lost.push(what(name));
    for (const [name, count] of counts) if (count > 1) doubled.push(what(name));
  };
  const countsOf = async (table, column) =>
    new Map(
      (
        await knex(table)
          .select({ name: column })
          .count({ count: '*' })
          .groupBy(column)
      ).map((/** @type {any} */ { name, count }) => [name, Number(count)]),
    );
  compare(
    name => `ticket ${name}`,
    ledger.tickets.keys(),
    await countsOf('tickets', 'subject'),
  );
  compare(name => `number ${name}`, [], await countsOf('tickets', 'number'));
  compare(
    name => `message ${name}`,
    ledger.messages.keys(),
    await countsOf('ticket_messages', 'body'),
  );
  const statuses = new Map(
    (await knex('tickets').select('id', 'status')).map(row => [
      row.id,
      row.status,
    ]),
  );
  for (const [ticket, status] of ledger.statuses) {
    if (statuses.get(ticket) !== status) {
      lost.push(`status ${status} of ${ticket}: ${statuses.get(ticket)}`);
    }
  }
  return { lost, doubled };
}

/**
 * Searches for each word that was acknowledged.
 *
 * @param {import('./Backend.mjs').Backend} backend
 * @param {import('./Ledger.mjs').Ledger} ledger
 * @returns {Promise<string[]>} words that are not found
 */
export async function notFound(backend, ledger) {
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

/** @returns {Promise<[string, string][]>} */
async function stillMissing(backend, entries) {
  /** @type {[string, string][]} */
  const missing = [];
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
