import {
  linkTypeSchema,
  personRoleSchema,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import {
  LEDGER,
  QUEUE,
  SUPPORT,
  SYSTEM,
  WEBSITE,
  lifeDesk,
} from '../../__testUtils__/lifeDesk';
import { replay } from '../../__testUtils__/replay';
import { caller } from '../../__testUtils__/testDesk';
import { noDeadlines } from '../../domain/sla/deadlines';
import { evaluateSla } from '../../domain/sla/evaluateSla';
import { slaEffectOf } from '../../domain/sla/slaEffect';
import { traceOf } from '../../domain/traces';
import type { StoredEvent } from '../../store/events/StoredEvent';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { Caller } from '../Caller';
import type { Desk, TicketEdit, TicketTarget } from '../Desk';
import { runScheduledWork } from '../scheduled/runScheduledWork';

jest.setTimeout(240_000);

const databases = testDatabases();

/** All that the desk may say when it does not do what it is asked to. */
const REFUSALS = [
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
  'StaleTicketError',
];

const PEOPLE = [
  'requester',
  'colleague',
  'owner',
  'agent',
  'second-agent',
  'other-agent',
  'admin',
  'to-person',
  'outsider',
];

/** What somebody does with a ticket, and perhaps with another one. */
interface Act {
  readonly name: string;
  readonly request: unknown;
  run(desk: Desk, who: Caller, target: TicketTarget, other: string): unknown;
}

function act<T>(
  name: string,
  request: fc.Arbitrary<T>,
  run: (
    desk: Desk,
    who: Caller,
    target: TicketTarget,
    request: T,
    other: string,
  ) => Promise<unknown>,
): fc.Arbitrary<Act> {
  return request.map(value => ({
    name,
    request: value,
    run: (desk, who, target, other) => run(desk, who, target, value, other),
  }));
}

/** A request whose parts may all be absent. */
function partial<T>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record(parts, { requiredKeys: [] });
}

/** One of these, and once in a while something that there is not. */
function mostly<T>(values: readonly T[], strange: T): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: fc.constant(strange) },
  );
}

const nothing = fc.constant({});
const person = mostly([...PEOPLE], 'nobody').map(
  name => `user:default/${name}`,
);
const party = fc.oneof(
  person,
  fc.constantFrom('group:default/outsiders', 'group:default/shop'),
);
const category = mostly(['incident', 'question', 'other'], 'gone');
const priority = mostly(['low', 'normal', 'high'], 'gone');
const status = mostly(
  ['new', 'in-progress', 'waiting-requester', 'solved', 'closed'],
  'postponed',
);
const refs = fc.uniqueArray(
  mostly([LEDGER, QUEUE, WEBSITE], 'component:default/gone'),
  { maxLength: 3 },
);
const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'));
const body = fc.constantFrom('Hello', 'Any news?');
const team = fc.constantFrom(SUPPORT, 'group:default/other-support');
const notify = partial({ notify: fc.boolean() });
const until = mostly(
  ['2030-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z'],
  '2020-01-01T00:00:00.000Z',
);
const personWithRole = fc.record({
  ref: party,
  role: fc.constantFrom(...personRoleSchema.options),
});
const link = fc.record({
  type: fc.constantFrom(...linkTypeSchema.options),
  outward: fc.boolean(),
});

const parts = {
  subject: fc.constantFrom('One', 'Two'),
  fields: fc.oneof(
    fc.record({ impact: mostly<string | null>(['low', 'high'], null) }),
    fc.record({ users: fc.option(fc.integer()) }),
  ),
  assets: refs,
  entities: refs,
  category: fc.option(category),
  priority,
  visibility: fc.constantFrom(...visibilitySchema.options),
  tags,
  addTags: tags,
  removeTags: tags,
  system: mostly<string | null>([SYSTEM, null], LEDGER),
  slaPolicy: mostly<string | null>(['gold', 'office', null], 'gone'),
  notifyRequester: fc.boolean(),
};

/** One part is changed, or several. */
const edit: fc.Arbitrary<TicketEdit> = fc.oneof(
  partial(parts),
  ...Object.entries<fc.Arbitrary<unknown>>(parts).map(([part, value]) =>
    value.map(to => ({ [part]: to })),
  ),
);

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: act('edit', edit, (desk, who, target, request) =>
      desk.editTicket(who, target, request),
    ),
  },
  act('read', nothing, (desk, who, target) =>
    desk.markRead(who, target.ticket),
  ),
  {
    weight: 3,
    arbitrary: act(
      'message',
      fc.record({
        kind: fc.constantFrom('reply' as const, 'note' as const),
        body,
        status: fc.option(status, { nil: undefined, freq: 2 }),
      }),
      (desk, who, target, request) => desk.addMessage(who, target, request),
    ),
  },
  act(
    'private message',
    fc.record({
      kind: fc.constant('private' as const),
      body,
      recipients: fc.uniqueArray(person, { minLength: 1, maxLength: 2 }),
    }),
    (desk, who, target, request) => desk.addMessage(who, target, request),
  ),
  act('take over', nothing, (desk, who, target) => desk.takeOver(who, target)),
  act(
    'hand over',
    fc.record(
      {
        assignee: fc.oneof(
          fc.constantFrom(null, 'user:default/agent'),
          fc.option(person),
        ),
        team,
      },
      { requiredKeys: ['assignee'] },
    ),
    (desk, who, target, request) => desk.handOver(who, target, request),
  ),
  {
    weight: 2,
    arbitrary: act(
      'status',
      fc.oneof(
        fc.record({ status, notify: fc.boolean() }),
        fc.record({ status: fc.constant('postponed'), until }),
      ),
      (desk, who, target, request) => desk.changeStatus(who, target, request),
    ),
  },
  act('postpone', fc.record({ until }), (desk, who, target, request) =>
    desk.postponeTicket(who, target, request),
  ),
  act('solve', notify, (desk, who, target, request) =>
    desk.solveTicket(who, target, request),
  ),
  act('close', notify, (desk, who, target, request) =>
    desk.closeTicket(who, target, request),
  ),
  act('reopen', notify, (desk, who, target, request) =>
    desk.reopenTicket(who, target, request),
  ),
  act('archive', nothing, (desk, who, target) =>
    desk.archiveTicket(who, target),
  ),
  act('unarchive', nothing, (desk, who, target) =>
    desk.unarchiveTicket(who, target),
  ),
  act(
    'rate',
    fc.record(
      { stars: fc.integer({ min: 1, max: 5 }), comment: body },
      { requiredKeys: ['stars'] },
    ),
    (desk, who, target, request) => desk.rateTicket(who, target, request),
  ),
  act('add a person', personWithRole, (desk, who, target, request) =>
    desk.addPerson(who, target, request),
  ),
  act('remove a person', personWithRole, (desk, who, target, request) =>
    desk.removePerson(who, target, request),
  ),
  act(
    'organisation access',
    fc.record({ granted: fc.boolean() }),
    (desk, who, target, request) =>
      desk.setOrganisationAccess(who, target, request),
  ),
  act('link', link, (desk, who, target, request, ticket) =>
    desk.linkTickets(who, target, { ...request, ticket }),
  ),
  act('unlink', link, (desk, who, target, request, ticket) =>
    desk.unlinkTickets(who, target, { ...request, ticket }),
  ),
  act('merge', nothing, (desk, who, target, _, into) =>
    desk.mergeTicket(who, target, { into }),
  ),
  act('split', fc.nat(1), async (desk, who, target, index) => {
    const { items } = await desk.listMessages(who, target.ticket, {
      limit: 10,
    });
    const message = items.at(index)?.id ?? '1';
    return desk.splitTicket(who, target, { message, subject: 'Split off' });
  }),
  act(
    'work order',
    partial({ subject: fc.constant('Work'), priority, category, team }),
    (desk, who, target, request) => desk.createWorkOrder(who, target, request),
  ),
  act(
    'canned reply',
    fc.constantFrom('thanks', 'known', 'look', 'gone'),
    (desk, who, target, reply) => desk.applyCannedReply(who, target, reply),
  ),
  act(
    'bulk',
    fc.record({
      type: fc.constant('edit' as const),
      priority,
      addTags: tags,
    }),
    (desk, who, { ticket }, change, other) =>
      desk.changeTickets(who, {
        tickets: [...new Set([ticket, other])],
        change,
      }),
  ),
  act('delete', nothing, (desk, who, target) => desk.deleteTicket(who, target)),
);

const filing = fc.record(
  {
    subject: fc.constant('Help'),
    message: body,
    category,
    priority,
    fields: fc.constant({ impact: 'low' }),
    assets: refs,
    entities: refs,
    to: fc.uniqueArray(party, { maxLength: 2 }),
    cc: fc.uniqueArray(party, { maxLength: 2 }),
    onBehalfOf: person,
    visibility: fc.constantFrom(...visibilitySchema.options),
    tags,
    watchers: fc.uniqueArray(person, { maxLength: 2 }),
  },
  { requiredKeys: ['subject'] },
);

/** Somebody does something; agents do most. */
const anyStep = fc.record({
  who: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...PEOPLE) },
    { weight: 1, arbitrary: fc.constantFrom('agent', 'admin') },
  ),
  act: fc.oneof(
    { weight: 12, arbitrary: anyAct },
    act('file', filing, (desk, who, _, request) =>
      desk.fileTicket(who, request),
    ),
  ),
  /** Which of the tickets there are. */
  ticket: fc.nat(4),
  other: fc.nat(4),
  version: fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }) },
  ),
  /** Minutes that go by first; some are so many that tickets rest for good. */
  pause: fc.constantFrom(0, 1, 30, 3000),
  /** Whether the desk then does what it does by itself. */
  desk: fc.boolean(),
});

type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

describe.each(databases.ids)('whatever people do with tickets on %s', id => {
  let knex: Knex;
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    knex = await databases.init(id);
    life = await lifeDesk(knex, {
      tickets: {
        workflow: {
          onRead: { to: 'in-progress' },
          onAgentReply: { to: 'waiting-requester' },
          reopenWithin: { days: 1 },
        },
        calendars: [
          {
            id: 'office',
            timeZone: 'Europe/Berlin',
            hours: Object.fromEntries(
              ['monday', 'tuesday', 'wednesday', 'thursday'].map(day => [
                day,
                ['09:00-17:00'],
              ]),
            ),
          },
        ],
        slaPolicies: [
          {
            id: 'gold',
            title: 'Gold',
            targets: { high: { response: 'PT1H', resolution: 'PT1H' } },
            default: { response: 'PT30M', inactivity: 'PT1H' },
          },
          {
            id: 'office',
            title: 'Office',
            calendar: 'office',
            default: { resolution: 'PT8H', inactivity: 'PT1H' },
            warnBefore: 'PT30M',
            escalate: { priority: 'high' },
          },
        ],
        defaultSlaPolicy: 'office',
      },
    });
  });

  async function allTickets(): Promise<string[]> {
    return knex('tickets').orderBy('number').pluck('id');
  }

  /** @returns whether the desk did it */
  async function take(step: Step, known: readonly string[]): Promise<boolean> {
    life.clock.advance(step.pause);
    if (step.desk) {
      await runScheduledWork(life.context);
    }
    const ticket = known[step.ticket % known.length];
    const other = known[step.other % known.length];
    const target = { ticket, version: step.version };
    try {
      await step.act.run(life.desk, caller(step.who), target, other);
      return true;
    } catch (error) {
      expect(REFUSALS).toContain(error instanceof Error ? error.name : error);
      return false;
    }
  }

  async function eventsOf(ticket: string): Promise<StoredEvent[]> {
    const { store } = life.context;
    return (await store.events.list(ticket, { limit: 10_000 })).reverse();
  }

  /** Each version is made by events that show, and nothing else has one. */
  function expectVersions(version: number, events: StoredEvent[]): void {
    const versions = events.map(event => event.version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(versions.at(-1)).toBe(version);
    const shown = events.filter(
      ({ detail }) => traceOf(life.context.config, null, detail).inside,
    );
    expect([...new Set(shown.map(event => event.version))]).toEqual(
      Array.from({ length: version }, (_, index) => index + 1),
    );
  }

  /** What is kept once more to find tickets by agrees with the tickets. */
  async function expectBelongings(ticket: StoredTicket): Promise<void> {
    const kept = async (table: string, column: string): Promise<string[]> =>
      (await knex(table).where({ ticket_id: ticket.id }).pluck(column)).sort();
    const people = ticket.people.map(({ ref }) => ref);
    expect(await kept('ticket_tags', 'tag')).toEqual(ticket.tags.toSorted());
    expect(await kept('ticket_people', 'ref')).toEqual(people.sort());
    expect(await kept('ticket_entities', 'entity_ref')).toEqual(
      ticket.entities.toSorted(),
    );
  }

  /** What is stored is what follows from all that happened. */
  function expectDeadlines(ticket: StoredTicket, events: StoredEvent[]): void {
    const { sla } = life.context.config;
    const meaningful = events.filter(event => slaEffectOf(event) !== null);
    const last = meaningful.at(-1)?.at ?? ticket.createdAt;
    const { deadlines } = evaluateSla(sla, ticket, meaningful, last);
    expect(ticket.deadlines).toEqual(
      ticket.deadlines.rules === ''
        ? { ...noDeadlines, firstResponseAt: deadlines.firstResponseAt }
        : deadlines,
    );
  }

  it('leaves every ticket as its events say, under its number', async () => {
    let [taken, done, decided] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStep, { minLength: 10, maxLength: 25 }),
        async steps => {
          const before = await allTickets();
          await life.file({ message: 'It is slow' });
          await life.file({ category: 'incident', fields: { impact: 'low' } });
          const { id: ticket } = await life.file();
          await life.desk.closeTicket(caller('agent'), { ticket }, {});
          await life.desk.archiveTicket(caller('agent'), { ticket });
          const numbers = new Map<string, string>();
          const ownTickets = async () => {
            const ids = (await allTickets()).filter(it => !before.includes(it));
            return life.context.store.tickets.findByIds(ids);
          };
          for (const step of steps) {
            const tickets = await ownTickets();
            tickets.forEach(it => numbers.set(it.id, it.number));
            const known = [...numbers.keys()];
            done += Number(await take(step, known));
          }
          taken += steps.length;
          for (const stored of await ownTickets()) {
            const {
              id: key,
              number,
              version,
              internalChanges: _internalChanges,
              assetOwners,
              deadlines,
              ...state
            } = stored;
            const events = await eventsOf(key);
            expect(state).toEqual(replay(life.context, events));
            expect(numbers.get(key) ?? number).toBe(number);
            expect(Object.keys(assetOwners).sort()).toEqual(
              stored.assets.toSorted(),
            );
            expectVersions(version, events);
            expectDeadlines(stored, events);
            decided += Number(deadlines.resolutionMet !== null);
            await expectBelongings(stored);
          }
        },
      ),
      { numRuns: 30 },
    );
    // where nearly all is refused, nothing is shown
    expect(done / taken).toBeGreaterThan(0.25);
    expect(decided).toBeGreaterThan(20);
  });
});
