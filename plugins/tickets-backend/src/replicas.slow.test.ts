import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ResponseError } from '@backstage/errors';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from './__testUtils__/databases';
import { Replica } from './__testUtils__/replicas/Replica';
import {
  deliveries,
  prepareSharedDatabase,
  untilAllIsDelivered,
} from './__testUtils__/replicas/sharedDatabase';

const WRITERS = 30;
const REPLICAS = 3;
const SHARED_TICKETS = 6;
const DURATION = 60_000;
/** On a slow machine it goes on until so many processes were killed. */
const FEWEST_KILLS = 4;

jest.setTimeout(600_000);

const databases = testDatabases();

/**
 * What was written, and what may have been: a request whose process was killed
 * gets no answer.
 */
interface Tally {
  numbers: string[];
  /** Tickets filed with an idempotency key until there was an answer. */
  filed: string[];
  /** For each shared ticket, how often its count was raised. */
  raised: number[];
  maybeRaised: number[];
  stale: number;
}

/** The agent who edits and the engineer who files. */
const people = ['agent', 'requester'];

class Office {
  replicas: Replica[] = [];
  shared: Ticket[] = [];
  readonly tally: Tally = {
    numbers: [],
    filed: [],
    raised: Array(SHARED_TICKETS).fill(0),
    maybeRaised: Array(SHARED_TICKETS).fill(0),
    stale: 0,
  };

  constructor(private readonly connection: string) {}

  async open(): Promise<void> {
    for (let index = 0; index < REPLICAS; index++) {
      this.replicas.push(await Replica.start(this.connection));
    }
    for (let index = 0; index < SHARED_TICKETS; index++) {
      const ticket = await this.any('requester').fileTicket({
        subject: '0',
        assets: ['component:default/queue'],
      });
      this.shared.push(ticket);
      this.tally.numbers.push(ticket.number);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.replicas.map(replica => replica.kill()));
  }

  any(person: string) {
    const index = Math.floor(Math.random() * this.replicas.length);
    return this.replicas[index].as(person);
  }

  /** Kills a replica and starts another one in its place. */
  async killOne(round: number): Promise<void> {
    const index = round % REPLICAS;
    await this.replicas[index].kill();
    this.replicas[index] = await Replica.start(this.connection);
  }

  /** Does one thing after the other until it is over. */
  async write(writer: number, isOver: () => boolean): Promise<void> {
    for (let round = 0; !isOver(); round++) {
      const task = (writer + round) % 3;
      if (task === 0) {
        await this.file(`Ticket ${round} of writer ${writer}`);
      } else if (task === 1) {
        await this.raise((writer + round) % SHARED_TICKETS);
      } else {
        await this.talk((writer + round) % SHARED_TICKETS, writer);
      }
    }
  }

  /** Asks again with the same key while nothing answers. */
  private async file(subject: string): Promise<void> {
    const idempotencyKey = randomUUID();
    for (;;) {
      const ticket = await answered(() =>
        this.any('requester').fileTicket(
          { subject, message: 'Help', assets: ['component:default/ledger'] },
          { idempotencyKey },
        ),
      );
      if (ticket) {
        this.tally.numbers.push(ticket.number);
        this.tally.filed.push(subject);
        return;
      }
      await sleep(50);
    }
  }

  /** Counts one further in the subject, if nobody did meanwhile. */
  private async raise(index: number): Promise<void> {
    const { id } = this.shared[index];
    const seen = await answered(() => this.any('agent').getTicket(id));
    if (!seen) {
      return;
    }
    try {
      const done = await answered(() =>
        this.any('agent').editTicket(
          id,
          { subject: String(Number(seen.subject) + 1) },
          { version: seen.version },
        ),
      );
      this.tally[done ? 'raised' : 'maybeRaised'][index] += 1;
    } catch (error) {
      if (!(error instanceof ResponseError) || error.statusCode !== 412) {
        throw error;
      }
      this.tally.stale += 1;
    }
  }

  private async talk(index: number, writer: number): Promise<void> {
    const { id } = this.shared[index];
    const person = people[writer % people.length];
    await answered(() =>
      this.any(person).addMessage(id, { kind: 'reply', body: 'Hello' }),
    );
  }
}

/** Undefined when the process that was asked is gone. */
async function answered<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ResponseError) {
      throw error;
    }
    return undefined;
  }
}

describe(`${WRITERS} writers against ${REPLICAS} processes on one PostgreSQL`, () => {
  async function prepare() {
    const knex = await databases.init('POSTGRES_18');
    const office = new Office(await prepareSharedDatabase(knex));
    return { knex, office };
  }

  async function check(knex: Knex, { tally, shared }: Office) {
    const rows: { number: string; subject: string }[] = await knex('tickets');
    expect(new Set(rows.map(row => row.number)).size).toBe(rows.length);
    expect(new Set(tally.numbers).size).toBe(tally.numbers.length);
    for (const subject of tally.filed) {
      const named = rows.filter(row => row.subject === subject);
      expect([subject, named.length]).toEqual([subject, 1]);
    }
    shared.forEach(({ number }, index) => {
      const count = Number(rows.find(row => row.number === number)?.subject);
      expect(count).toBeGreaterThanOrEqual(tally.raised[index]);
      expect(count).toBeLessThanOrEqual(
        tally.raised[index] + tally.maybeRaised[index],
      );
    });
    expect(tally.stale).toBeGreaterThan(0);
    expect(tally.filed.length).toBeGreaterThan(WRITERS);
  }

  it('lose no update, give no number twice, and deliver each notice once', async () => {
    const { knex, office } = await prepare();
    try {
      await office.open();
      const until = Date.now() + DURATION;
      await Promise.all(
        Array.from({ length: WRITERS }, (_, writer) =>
          office.write(writer, () => Date.now() >= until),
        ),
      );
      await untilAllIsDelivered(knex);
    } finally {
      await office.close();
    }
    await check(knex, office);
    expect(office.tally.maybeRaised).toEqual(Array(SHARED_TICKETS).fill(0));
    const times = [...(await deliveries(knex)).values()];
    expect(times.length).toBeGreaterThan(WRITERS);
    expect(times.filter(count => count !== 1)).toEqual([]);
  });

  it('lose nothing and deliver each notice at least once while processes are killed', async () => {
    const { knex, office } = await prepare();
    let kills = 0;
    try {
      await office.open();
      const until = Date.now() + DURATION;
      const isOver = () => Date.now() >= until && kills >= FEWEST_KILLS;
      const killing = (async () => {
        while (!isOver()) {
          await sleep(3000);
          await office.killOne(kills);
          kills += 1;
        }
      })();
      await Promise.all([
        killing,
        ...Array.from({ length: WRITERS }, (_, writer) =>
          office.write(writer, isOver),
        ),
      ]);
      await untilAllIsDelivered(knex);
    } finally {
      await office.close();
    }
    await check(knex, office);
    const times = [...(await deliveries(knex)).values()];
    expect(times.filter(count => count < 1)).toEqual([]);
  });
});
