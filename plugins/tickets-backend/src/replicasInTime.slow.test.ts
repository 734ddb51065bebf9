import { setTimeout as sleep } from 'node:timers/promises';
import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from './__testUtils__/databases';
import { deskConfig } from './__testUtils__/organisation';
import { Replica } from './__testUtils__/replicas/Replica';
import {
  prepareSharedDatabase,
  untilAllIsDelivered,
} from './__testUtils__/replicas/sharedDatabase';
import { readNotification } from './store/storedWords';

const REPLICAS = 3;
/** Tickets of each kind. */
const TICKETS = 12;
const HOUR = 3_600_000;

jest.setTimeout(600_000);

const databases = testDatabases();

const tickets = {
  ...deskConfig,
  workflow: { autoClose: { after: { hours: 12 } } },
  slaPolicies: [
    {
      id: 'gold',
      title: 'Gold',
      default: { response: 'PT4H', resolution: 'PT20H', inactivity: 'PT10H' },
      warnBefore: 'PT1H',
      escalate: { priority: 'high', notify: ['group:default/admins'] },
    },
  ],
  defaultSlaPolicy: 'gold',
};

/** What has to happen to the tickets of a kind by itself, and be told of. */
const expected = {
  left: {
    events: [
      'sla-warned response',
      'sla-breached response',
      'edited',
      'sla-breached inactivity',
      'sla-breached resolution',
    ],
    notifications: [
      'sla-warning response',
      'sla-breach response',
      'sla-breach inactivity',
      'sla-breach resolution',
    ],
  },
  postponed: { events: ['status-changed return'], notifications: ['returned'] },
  solved: { events: ['status-changed auto-close'], notifications: ['closed'] },
};

type Kind = keyof typeof expected;

/** Three processes whose clocks go together. */
class Office {
  #replicas: Replica[] = [];
  #ahead = 0;
  readonly tickets: { kind: Kind; id: string }[] = [];

  constructor(
    private readonly connection: string,
    private readonly knex: Knex,
  ) {}

  async open(): Promise<void> {
    for (let index = 0; index < REPLICAS; index++) {
      this.#replicas.push(await this.#start());
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#replicas.map(replica => replica.kill()));
  }

  async file(): Promise<void> {
    const [{ requester, agent }] = this.#replicas.map(replica => ({
      requester: replica.as('requester'),
      agent: replica.as('agent'),
    }));
    const until = new Date(Date.now() + 6 * HOUR).toISOString();
    for (let index = 0; index < TICKETS; index++) {
      for (const kind of ['left', 'postponed', 'solved'] as const) {
        const { id } = await requester.fileTicket({
          subject: `A ticket that is ${kind}`,
          assets: ['component:default/queue'],
        });
        if (kind === 'left') {
          await agent.takeOver(id);
        } else if (kind === 'postponed') {
          await agent.postponeTicket(id, { until });
        } else {
          await agent.solveTicket(id, {});
        }
        this.tickets.push({ kind, id });
      }
    }
  }

  /**
   * Puts all clocks forward, and kills a process as soon as anything happens
   * of it. Another one takes its place.
   */
  async advance(hours: number): Promise<void> {
    const before = await this.happened();
    this.#ahead += hours * HOUR;
    await Promise.all(
      this.#replicas.map(replica => replica.advance(hours * HOUR)),
    );
    while ((await this.happened()) === before) {
      await sleep(5);
    }
    await this.#replicas[0].kill();
    this.#replicas = [...this.#replicas.slice(1), await this.#start()];
  }

  /** How much the desk did by itself. */
  async happened(): Promise<number> {
    const row = await this.knex('ticket_events')
      .where({ actor: DESK_ACTOR })
      .count({ count: '*' })
      .first();
    return Number(row?.count);
  }

  async untilHappened(count: number): Promise<void> {
    for (let second = 0; second < 120; second++) {
      if ((await this.happened()) >= count) {
        // time enough for what must not happen
        await sleep(2000);
        return;
      }
      await sleep(1000);
    }
    throw new Error(`Only ${await this.happened()} of ${count} happened`);
  }

  #start(): Promise<Replica> {
    const ahead = this.#ahead;
    return Replica.start(this.connection, { tickets, ahead, eager: true });
  }
}

/** What the desk did to a ticket by itself. */
async function eventsOf(knex: Knex, ticket: string): Promise<string[]> {
  const details = await knex('ticket_events')
    .where({ ticket_id: ticket, actor: DESK_ACTOR })
    .orderBy('seq')
    .pluck('detail');
  return details
    .map(detail => JSON.parse(detail))
    .filter(({ type }) => type !== 'postponed')
    .map(({ type, deadline, cause }) =>
      [type, deadline ?? cause].filter(Boolean).join(' '),
    );
}

/** What was to be told of it. */
async function notificationsOf(knex: Knex, ticket: string): Promise<string[]> {
  const notifications = await knex('recorded_notices')
    .where({ ticket_id: ticket })
    .pluck('notice');
  return notifications
    .map(readNotification)
    .filter(({ actor }) => actor === DESK_ACTOR)
    .map(({ event, deadline }) =>
      [event, deadline?.type].filter(Boolean).join(' '),
    );
}

describe(`${REPLICAS} processes that all keep time on one PostgreSQL`, () => {
  it('warn, record, bring back and close once each, after a day and while one is killed', async () => {
    const knex = await databases.init('POSTGRES_18');
    const office = new Office(await prepareSharedDatabase(knex), knex);
    const count = (...kinds: string[][]) => kinds.flat().length * TICKETS;
    try {
      await office.open();
      await office.file();
      await office.advance(3.5);
      await office.untilHappened(TICKETS);
      await office.advance(24);
      const { left, postponed, solved } = expected;
      await office.untilHappened(
        count(left.events, postponed.events, solved.events),
      );
      await untilAllIsDelivered(knex);
    } finally {
      await office.close();
    }
    for (const { kind, id } of office.tickets) {
      const { events, notifications } = expected[kind];
      expect((await eventsOf(knex, id)).sort()).toEqual([...events].sort());
      expect((await notificationsOf(knex, id)).sort()).toEqual(
        [...notifications].sort(),
      );
    }
    expect(
      await knex('recorded_notices')
        .whereNotIn('notice_id', knex('deliveries').select('notice_id'))
        .pluck('notice_id'),
    ).toEqual([]);
  });
});
