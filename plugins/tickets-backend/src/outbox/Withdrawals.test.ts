import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { JsonObject } from '@backstage/types';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../__testUtils__/databases';
import { organisation } from '../__testUtils__/organisation';
import { statementsOf } from '../__testUtils__/statements';
import { notifyingDesk } from '../__testUtils__/notifyingDesk';
import { caller } from '../__testUtils__/testDesk';
import { DeskCatalog } from '../desk/DeskCatalog';
import { AsyncCache } from '../desk/AsyncCache';
import { withdrawWithoutAccess } from '../desk/notifications/withdraw';

jest.setTimeout(60_000);

const databases = testDatabases();

const user = (name: string) => `user:default/${name}`;
const agent = caller('agent');
const admin = caller('admin');
const requester = caller('requester');

/** Support works on its tickets, and has no other part in it. */
const LEDGER = 'component:default/ledger';
const SUBJECT = 'Nothing works';
const HOUR = 60;

/** The notifications that the portal keeps: one for each person and scope. */
class Inboxes {
  readonly #kept = new Map<string, Map<string, JsonObject>>();
  /** Done before a notification is kept. */
  meanwhile: (title: string) => Promise<void> = async () => {};

  send = async ({ recipients, payload }: NotificationSendOptions) => {
    await this.meanwhile(payload.title);
    if (recipients.type === 'entity') {
      for (const ref of [recipients.entityRef].flat()) {
        const own = this.#kept.get(ref) ?? new Map<string, JsonObject>();
        own.set(payload.scope ?? '', { ...payload } as JsonObject);
        this.#kept.set(ref, own);
      }
    }
  };

  of(name: string): JsonObject[] {
    return [...(this.#kept.get(user(name))?.values() ?? [])];
  }

  /** Those who have something that says more of a ticket than that it is lost. */
  whoKnow({ number, subject }: Pick<Ticket, 'number' | 'subject'>): string[] {
    return [...this.#kept.keys()]
      .map(ref => ref.slice(user('').length))
      .filter(name =>
        this.of(name).some(
          ({ topic, ...shown }) =>
            topic !== 'access-lost' &&
            [number, subject].some(text =>
              JSON.stringify(shown).includes(text),
            ),
        ),
      )
      .sort();
  }
}

/** A catalog in which people leave their groups, and come back. */
function changingCatalog() {
  const away = new Set<string>();
  const service = catalogServiceMock.mock();
  const shown = (entity: Entity): Entity | undefined =>
    away.has(`${entity.kind}/${entity.metadata.name}`.toLowerCase())
      ? undefined
      : {
          ...entity,
          relations: entity.relations?.filter(
            ({ targetRef }) =>
              !away.has(targetRef) &&
              !away.has(`groups of ${entity.metadata.name}`),
          ),
        };
  service.getEntitiesByRefs.mockImplementation(async ({ entityRefs }) => ({
    items: entityRefs.map(ref => {
      const entity = organisation.find(
        ({ kind, metadata }) =>
          ref === `${kind.toLowerCase()}:default/${metadata.name}`,
      );
      return entity && shown(entity);
    }),
  }));
  return {
    away,
    catalog: new DeskCatalog(
      service,
      mockServices.auth(),
      new AsyncCache({ ttl: 0, max: 10, clock: () => new Date() }),
    ),
  };
}

describe.each(databases.ids)('what was told of a ticket, on %s', id => {
  async function start(tickets: JsonObject = {}) {
    const knex = await databases.init(id);
    const inboxes = new Inboxes();
    const { away, catalog } = changingCatalog();
    const notifying = await notifyingDesk(knex, {
      tickets: { access: { agentsSee: 'own-team' }, ...tickets },
      notifications: inboxes,
      context: { catalog },
    });
    const rows = () => knex('ticket_notified').select();
    /** A ticket of which all who can be told something were told. */
    async function known() {
      const ticket = await notifying.file({
        subject: SUBJECT,
        assets: [LEDGER],
        to: [user('to-person')],
        cc: [user('cc-person')],
      });
      await notifying.desk.addPerson(
        agent,
        { ticket: ticket.id },
        { ref: user('owner'), role: 'watcher' },
      );
      await notifying.desk.addMessage(
        requester,
        { ticket: ticket.id },
        { kind: 'reply', body: 'Well?' },
      );
      await notifying.notifications();
      return ticket;
    }
    return {
      ...notifying,
      away,
      inboxes,
      knex,
      known,
      rows,
    };
  }

  type Notifying = Awaited<ReturnType<typeof start>>;

  const everybody = [
    'agent',
    'cc-person',
    'owner',
    'requester',
    'second-agent',
    'to-person',
  ];

  it.each<
    [
      string,
      (notifying: Notifying, ticket: string) => Promise<unknown>,
      string[],
    ]
  >([
    [
      'goes to another team',
      ({ desk }, ticket) =>
        desk.handOver(
          agent,
          { ticket },
          { team: 'group:default/other-support', assignee: null },
        ),
      ['cc-person', 'other-agent', 'owner', 'requester', 'to-person'],
    ],
    [
      'becomes confidential',
      ({ desk }, ticket) =>
        desk.editTicket(agent, { ticket }, { visibility: 'confidential' }),
      ['agent', 'cc-person', 'requester', 'second-agent', 'to-person'],
    ],
    [
      'becomes internal',
      ({ desk }, ticket) =>
        desk.editTicket(agent, { ticket }, { visibility: 'internal' }),
      ['agent', 'second-agent'],
    ],
    [
      'becomes internal while the requester is muted',
      async ({ desk }, ticket) => {
        await desk.editTicket(agent, { ticket }, { notifyRequester: false });
        await desk.editTicket(agent, { ticket }, { visibility: 'internal' });
      },
      ['agent', 'second-agent'],
    ],
    [
      'is about something else',
      ({ desk }, ticket) =>
        desk.editTicket(
          agent,
          { ticket },
          { assets: ['component:default/queue'] },
        ),
      ['agent', 'cc-person', 'requester', 'second-agent', 'to-person'],
    ],
    [
      'is not for somebody any more',
      ({ desk }, ticket) =>
        desk.removePerson(
          agent,
          { ticket },
          { ref: user('cc-person'), role: 'cc' },
        ),
      ['agent', 'owner', 'requester', 'second-agent', 'to-person'],
    ],
    [
      'is deleted',
      ({ desk }, ticket) => desk.deleteTicket(admin, { ticket }),
      [],
    ],
    [
      'changes in another way',
      ({ desk }, ticket) =>
        desk.editTicket(agent, { ticket }, { priority: 'high' }),
      everybody,
    ],
  ])('stays with those who may read it when it %s', async (_, act, knowing) => {
    const notifying = await start();
    const { inboxes, known, notifications, rows } = notifying;
    const ticket = await known();
    expect(inboxes.whoKnow(ticket)).toEqual(everybody);
    await act(notifying, ticket.id);
    await notifications();
    expect(inboxes.whoKnow(ticket)).toEqual(knowing);
    const people = (await rows()).map(({ person }) => person);
    expect([...new Set(people)].sort()).toEqual(knowing.map(user));
  });

  it('stays with those who may read the ticket that it was merged into, over however many merges', async () => {
    const { desk, inboxes, known, file, notifications } = await start();
    const first = await known();
    const second = await file({ assets: [LEDGER], subject: 'Second' });
    const third = await file({
      assets: ['component:default/website'],
      subject: 'Third',
    });
    await notifications();
    await desk.mergeTicket(agent, { ticket: first.id }, { into: second.id });
    await notifications();
    const support = ['agent', 'second-agent'];
    expect(inboxes.whoKnow(first)).toEqual(expect.arrayContaining(support));

    await desk.mergeTicket(admin, { ticket: second.id }, { into: third.id });
    await notifications();
    for (const ticket of [first, second]) {
      const knowing = inboxes.whoKnow(ticket);
      expect(knowing).toContain('requester');
      expect(knowing.filter(name => support.includes(name))).toEqual([]);
    }
    await desk.editTicket(
      admin,
      { ticket: third.id },
      { visibility: 'internal' },
    );
    await notifications();
    for (const ticket of [first, second, third]) {
      const knowing = inboxes.whoKnow(ticket);
      expect(knowing.filter(name => name !== 'other-agent')).toEqual([]);
    }
    expect(inboxes.whoKnow(third)).toEqual(['other-agent']);

    await desk.deleteTicket(admin, { ticket: third.id });
    await notifications();
    for (const ticket of [first, second, third]) {
      expect(inboxes.whoKnow(ticket)).toEqual([]);
    }
  });

  it('is taken back once from each, and nothing is told to those who had nothing', async () => {
    const { desk, inboxes, known, notifications } = await start();
    const { id: ticket } = await known();
    const sent: string[] = [];
    inboxes.meanwhile = async title => {
      sent.push(title);
    };
    await desk.editTicket(agent, { ticket }, { visibility: 'internal' });
    await notifications();
    await desk.editTicket(agent, { ticket }, { visibility: 'public' });
    await desk.editTicket(agent, { ticket }, { visibility: 'internal' });
    await notifications();
    // `filed`, `added` and `replied`
    expect(
      sent.filter(title => title === 'A ticket that you can no longer read'),
    ).toHaveLength(3);
    expect(inboxes.of('colleague')).toEqual([]);
  });

  it('is taken back after what is just being told of it', async () => {
    const { desk, inboxes, known, notifications } = await start();
    const ticket = await known();
    let taking: Promise<unknown> | undefined;
    inboxes.meanwhile = async title => {
      if (title.startsWith('New reply')) {
        inboxes.meanwhile = async () => {};
        await desk.editTicket(
          agent,
          { ticket: ticket.id },
          { visibility: 'internal' },
        );
        taking = notifications();
        // time enough to take it back too early
        await new Promise(resolve => setTimeout(resolve, 300));
      }
    };
    await desk.addMessage(
      agent,
      { ticket: ticket.id },
      { kind: 'reply', body: 'We look at it' },
    );
    await notifications();
    expect(taking).toBeDefined();
    await taking;
    expect(inboxes.whoKnow(ticket)).toEqual(['agent', 'second-agent']);
  });

  it('is taken back later when the portal does not take it at once', async () => {
    const { clock, desk, inboxes, known, notifications, rows } = await start();
    const ticket = await known();
    inboxes.meanwhile = async title => {
      if (title === 'A ticket that you can no longer read') {
        throw new Error('away');
      }
    };
    await desk.deleteTicket(admin, { ticket: ticket.id });
    await notifications();
    expect(inboxes.whoKnow(ticket)).toEqual(everybody);
    inboxes.meanwhile = async () => {};
    clock.advance(1);
    await notifications();
    expect(inboxes.whoKnow(ticket)).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  describe('without a change of the ticket', () => {
    async function passHours(notifying: Notifying, hours: number) {
      for (let hour = 0; hour < hours; hour++) {
        await notifying.review();
        notifying.clock.advance(HOUR);
      }
    }

    it('stays for a day with those who left their group, and no longer', async () => {
      const notifying = await start();
      const { away, inboxes, known } = notifying;
      const ticket = await known();
      away.add('groups of second-agent');
      await passHours(notifying, 24);
      expect(inboxes.whoKnow(ticket)).toEqual(everybody);
      await passHours(notifying, 1);
      expect(inboxes.whoKnow(ticket)).toEqual(
        everybody.filter(name => name !== 'second-agent'),
      );
    });

    it('stays when the catalog has all of them again within the day, or does not know them at all', async () => {
      const notifying = await start();
      const { away, inboxes, known } = notifying;
      const ticket = await known();
      away.add('group:default/support');
      await passHours(notifying, 20);
      away.clear();
      await passHours(notifying, 1);
      away.add('group:default/support');
      away.add('user/to-person');
      await passHours(notifying, 20);
      away.delete('group:default/support');
      await passHours(notifying, 30);
      expect(inboxes.whoKnow(ticket)).toEqual(everybody);
    });

    it('is taken back when nobody said that the ticket was deleted, as older versions do', async () => {
      const notifying = await start();
      const { inboxes, known, knex, rows } = notifying;
      const ticket = await known();
      await knex('tickets').where({ id: ticket.id }).delete();
      await notifying.review();
      expect(inboxes.whoKnow(ticket)).toEqual([]);
      expect(await rows()).toEqual([]);
    });

    it('is taken back though the portal refuses to change another notification', async () => {
      const notifying = await start();
      const { inboxes, known, knex, rows } = notifying;
      const refused = await known();
      const ticket = await known();
      let sent = 0;
      inboxes.meanwhile = async () => {
        sent += 1;
        if (sent <= 2) {
          throw new Error('too long');
        }
      };
      await knex('tickets').delete();
      await notifying.review();
      const kept = await rows();
      expect(kept).not.toEqual([]);
      expect(sent).toBeGreaterThan(2);
      expect(new Set(kept.map(({ scope }) => scope)).size).toBe(2);

      await notifying.review();
      expect(await rows()).toEqual([]);
      for (const one of [refused, ticket]) {
        expect(inboxes.whoKnow(one)).toEqual([]);
      }
    });

    it('waits for the next time when the portal takes nothing at all', async () => {
      const notifying = await start();
      const { inboxes, known, knex, rows } = notifying;
      await known();
      await known();
      const before = await rows();
      let sent = 0;
      inboxes.meanwhile = async () => {
        sent += 1;
        throw new Error('away');
      };
      await knex('tickets').delete();
      await expect(notifying.review()).rejects.toThrow('away');
      expect(sent).toBe(5);
      expect(await rows()).toEqual(before);
    });

    it('is looked at in parts, by a few statements each, and goes on where it ended', async () => {
      const { context, inboxes, knex, known, rows } = await start();
      const ticket = await known();
      await known();
      const count = (await rows()).length;
      const ending = new AbortController();
      const withdrawn: string[] = [];
      const taking = {
        ...context,
        withdraw: async ({
          scope,
          people,
        }: {
          scope: string;
          people: readonly string[];
        }) => {
          withdrawn.push(...people.map(person => `${scope} ${person}`));
        },
      };
      await knex('tickets').delete();
      const list = jest.spyOn(context.store.notified, 'list');
      list.mockImplementationOnce(async page => {
        ending.abort();
        list.mockRestore();
        return context.store.notified.list(page);
      });
      await withdrawWithoutAccess(taking, { signal: ending.signal, batch: 5 });
      expect(withdrawn).toHaveLength(5);
      await expect(context.store.notified.position()).resolves.toMatchObject({
        ticketId: expect.any(String),
      });
      await withdrawWithoutAccess(taking, { batch: 5 });
      expect(new Set(withdrawn).size).toBe(count);
      expect(withdrawn).toHaveLength(count);
      await expect(context.store.notified.position()).resolves.toBeUndefined();
      expect(inboxes.whoKnow(ticket)).toEqual(everybody);
    });

    it('is asked of the database and the catalog at once for all of a part', async () => {
      const { known, knex, review } = await start();
      for (let count = 0; count < 5; count++) {
        await known();
      }
      const { outside } = await statementsOf(knex, () => review());
      expect(outside.slice(6)).toEqual([]);
    });

    it('is forgotten when the portal has forgotten it', async () => {
      const { clock, inboxes, known, review, rows } = await start();
      const ticket = await known();
      clock.advance(367 * 24 * HOUR);
      await review();
      expect(await rows()).toEqual([]);
      expect(inboxes.whoKnow(ticket)).toEqual(everybody);
    });
  });
});
