import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** So many replies and notes for each ticket. */
const ROUNDS_PER_TICKET = 4;

/** Milliseconds between two requests of a writer, so that the load is bounded. */
const PAUSE = 20;

const word = () => `w${randomUUID().replaceAll('-', '')}`;

/**
 * Files tickets, replies, writes notes, sets statuses and searches, until it is
 * over. What is not answered is asked again, of whichever backend is there, with
 * the same idempotency key: so it is done once.
 *
 * @param {() => import('./Backend.mjs').Backend | undefined} anyBackend
 * @param {import('./Ledger.mjs').Ledger} ledger
 * @param {() => boolean} isOver
 */
export async function write(anyBackend, ledger, isOver) {
  const ask = persistently(anyBackend, ledger);
  while (!isOver()) {
    const ticket = await file(ask, ledger);
    for (let round = 0; ticket && round < ROUNDS_PER_TICKET; round += 1) {
      if (isOver()) return;
      await say(ask, ledger, ticket, round);
      await changeStatus(ask, ledger, ticket, round);
      await search(ask, ledger);
    }
  }
}

function persistently(anyBackend, ledger) {
  return async (method, path, options) => {
    await sleep(PAUSE);
    for (let attempt = 0; ; attempt += 1) {
      const answer = await anyBackend()?.ask(method, path, options);
      if (answer) return { ...answer, attempt };
      if (attempt === 0) ledger.repeated += 1;
      await sleep(50);
    }
  };
}

async function file(ask, ledger) {
  const subject = word();
  const answer = await ask('POST', '/tickets', {
    person: 'requester',
    key: randomUUID(),
    body: { subject, assets: ['component:default/queue'] },
  });
  if (answer.status !== 201) {
    ledger.fault('Filing a ticket', answer);
    return undefined;
  }
  ledger.tickets.set(subject, answer.body.id);
  return answer.body.id;
}

/** In turn a reply of the requester, a note and a reply of the agent. */
async function say(ask, ledger, ticket, round) {
  const [person, kind] = [
    ['requester', 'reply'],
    ['agent', 'note'],
    ['agent', 'reply'],
  ][round % 3];
  const body = word();
  const answer = await ask('POST', `/tickets/${ticket}/messages`, {
    person,
    key: randomUUID(),
    body: { kind, body },
  });
  if (answer.status === 201) ledger.messages.set(body, ticket);
  else ledger.fault(`Writing a ${kind}`, answer);
}

/** Has no key, and needs none: to set it twice is to set it once. */
async function changeStatus(ask, ledger, ticket, round) {
  const status = round % 2 ? 'waiting-internal' : 'in-progress';
  const answer = await ask('PUT', `/tickets/${ticket}/status`, {
    person: 'agent',
    body: { status },
  });
  // asked again it can be there already, which is refused
  if (answer.status === 200 || (answer.attempt > 0 && answer.status === 409)) {
    ledger.statuses.set(ticket, status);
    ledger.changes += 1;
  } else {
    ledger.fault('Setting a status', answer);
  }
}

async function search(ask, ledger) {
  const [sought] = [...ledger.messages.keys()].slice(-1);
  if (!sought) return;
  const answer = await ask('GET', `/search?text=${sought}`, {
    person: 'agent',
  });
  ledger.searches += 1;
  if (answer.status !== 200) ledger.fault('Searching', answer);
}
