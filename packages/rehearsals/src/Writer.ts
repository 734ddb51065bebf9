import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Backend, Question } from './Backend';
import type { Ledger } from './Ledger';

/** So many write at the same time. */
const WRITERS = 6;

/** So many replies and notes for each ticket. */
const ROUNDS_PER_TICKET = 4;

/** Milliseconds between two requests of a writer, so that the load is bounded. */
const PAUSE = 20;

const word = () => `w${randomUUID().replaceAll('-', '')}`;

/**
 * Files tickets, replies, writes notes, sets statuses and searches. What is not
 * answered is asked again, of whichever backend is there, with the same
 * idempotency key: so it is done once.
 */
class Writer {
  constructor(
    private readonly anyBackend: () => Backend | undefined,
    private readonly ledger: Ledger,
    private readonly isOver: () => boolean,
  ) {}

  async write(): Promise<void> {
    while (!this.isOver()) {
      const ticket = await this.#file();
      for (let round = 0; ticket && round < ROUNDS_PER_TICKET; round += 1) {
        if (this.isOver()) {
          return;
        }
        await this.#say(ticket, round);
        await this.#changeStatus(ticket, round);
        await this.#search();
      }
    }
  }

  async #ask(
    method: string,
    path: string,
    question: Question,
  ): Promise<Answer & { attempt: number }> {
    await sleep(PAUSE);
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.anyBackend()?.ask(method, path, question);
      if (answer) {
        return { ...answer, attempt };
      }
      if (attempt === 0) {
        this.ledger.repeated += 1;
      }
      await sleep(50);
    }
  }

  async #file(): Promise<string | undefined> {
    const subject = word();
    const answer = await this.#ask('POST', '/tickets', {
      person: 'requester',
      key: randomUUID(),
      body: { subject, assets: ['component:default/queue'] },
    });
    const { id } = answer.body;
    if (answer.status !== 201 || !id) {
      this.ledger.fault('Filing a ticket', answer);
      return undefined;
    }
    this.ledger.tickets.set(subject, id);
    return id;
  }

  /** In turn a reply of the requester, a note and a reply of the agent. */
  async #say(ticket: string, round: number): Promise<void> {
    const [person, kind] = [
      ['requester', 'reply'],
      ['agent', 'note'],
      ['agent', 'reply'],
    ][round % 3];
    const body = word();
    const answer = await this.#ask('POST', `/tickets/${ticket}/messages`, {
      person,
      key: randomUUID(),
      body: { kind, body },
    });
    if (answer.status === 201) {
      this.ledger.messages.set(body, ticket);
    } else {
      this.ledger.fault(`Writing a ${kind}`, answer);
    }
  }

  /** Has no key, and needs none: to set it twice is to set it once. */
  async #changeStatus(ticket: string, round: number): Promise<void> {
    const status = round % 2 ? 'waiting-internal' : 'in-progress';
    const answer = await this.#ask('PUT', `/tickets/${ticket}/status`, {
      person: 'agent',
      body: { status },
    });
    // asked again it can be there already, which is refused
    const isThere = answer.attempt > 0 && answer.status === 409;
    if (answer.status === 200 || isThere) {
      this.ledger.statuses.set(ticket, status);
      this.ledger.changes += 1;
    } else {
      this.ledger.fault('Setting a status', answer);
    }
  }

  async #search(): Promise<void> {
    const [sought] = [...this.ledger.messages.keys()].slice(-1);
    if (!sought) {
      return;
    }
    const answer = await this.#ask('GET', `/search?text=${sought}`, {
      person: 'agent',
    });
    this.ledger.searches += 1;
    if (answer.status !== 200) {
      this.ledger.fault('Searching', answer);
    }
  }
}

/**
 * Lets people write until it is over.
 *
 * @param anyBackend - one of those that there are at the moment
 * @param ledger - in which is kept what was acknowledged
 */
export async function letPeopleWrite(
  anyBackend: () => Backend | undefined,
  ledger: Ledger,
  isOver: () => boolean,
): Promise<void> {
  await Promise.all(
    Array.from({ length: WRITERS }, () =>
      new Writer(anyBackend, ledger, isOver).write(),
    ),
  );
}
