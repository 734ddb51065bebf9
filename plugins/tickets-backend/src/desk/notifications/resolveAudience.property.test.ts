import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import {
  DESK_ACTOR,
  type EventDetail,
  type NotificationEvent,
  personRoleSchema,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import {
  groups,
  people as users,
  stored,
  ticketArbitrary,
} from '../../__testUtils__/arbitraryTickets';
import { cases } from '../../__testUtils__/cases';
import { readDeskConfig } from '../../config/readDeskConfig';
import {
  type AccessPolicy,
  accessTo,
  decidesInTeam,
  scopeOf,
} from '../../domain/access/access';
import { notificationsOf } from '../../domain/notifications/audience';
import { eventRows } from '../../domain/notifications/eventRows';
import type {
  CompletedChange,
  Notification,
} from '../../domain/notifications/drafts';
import { rows } from '../../domain/notifications/rows';
import {
  type NewEvent,
  type TicketState,
  applyEvent,
} from '../../domain/ticketState';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import { Directory } from '../Directory';
import { resolveAudience } from './resolveAudience';

const statuses = readDeskConfig(new ConfigReader({})).statuses;
const user = fc.constantFrom(...users);
const group = fc.constantFrom(...groups);
const party = fc.constantFrom(...users, ...groups);
const status = fc.constantFrom(...statuses.all.map(({ id }) => id));

/** Who there is, who belongs to what, and who is away. */
interface World {
  readonly policy: AccessPolicy;
  /** Of those who are in the catalog. */
  readonly memberships: Readonly<Record<string, readonly string[]>>;
  readonly away: readonly string[];
}

const world: fc.Arbitrary<World> = fc.record({
  policy: fc.record({
    admins: fc.subarray([...users, ...groups], { maxLength: 2 }),
    teams: fc.subarray(groups),
    agentsSee: fc.constantFrom('all' as const, 'own-team' as const),
  }),
  memberships: fc.dictionary(user, fc.subarray(groups), { maxKeys: 3 }),
  away: fc.subarray(users),
});

const detail: fc.Arbitrary<EventDetail> = fc.oneof(
  fc.constant({
    type: 'replied' as const,
    messageId: '1',
    side: 'requester' as const,
  }),
  fc.record({
    type: fc.constant('assigned' as const),
    from: fc.constant(null),
    to: fc.option(user),
  }),
  fc.record({
    type: fc.constant('moved' as const),
    from: fc.constant(null),
    to: fc.option(group),
  }),
  fc.record({
    type: fc.constant('status-changed' as const),
    from: status,
    to: status,
    cause: fc.constantFrom('person', 'return', 'reopen', 'postpone'),
    notified: fc.constant(true),
  }),
  fc.record({
    type: fc.constant('edited' as const),
    field: fc.constant('visibility' as const),
    from: fc.constant(null),
    to: fc.constantFrom(...visibilitySchema.options),
  }),
  fc.record({
    type: fc.constant('edited' as const),
    field: fc.constant('priority' as const),
    from: fc.constant(null),
    to: fc.constantFrom('normal', 'high'),
  }),
  fc.record({
    type: fc.constantFrom('person-added' as const, 'person-removed' as const),
    ref: party,
    role: fc.constantFrom(...personRoleSchema.options),
  }),
  fc.record({
    type: fc.constant('organisation-access-set' as const),
    to: fc.boolean(),
  }),
  fc.record({
    type: fc.constantFrom('merged-into' as const, 'merged-from' as const),
    ticket: fc.constant('id-2'),
    number: fc.constant('T2'),
  }),
  fc.constant({ type: 'rated' as const, stars: 3, comment: null }),
);

interface Act {
  readonly world: World;
  readonly completed: CompletedChange;
  readonly ticket: StoredTicket;
  readonly former: StoredTicket;
}

/** A change of any ticket, by somebody who is there or by the desk. */
const act: fc.Arbitrary<Act> = fc
  .record({
    world,
    sketch: ticketArbitrary,
    status,
    details: fc.array(detail, { minLength: 1, maxLength: 3 }),
    actor: fc.constantFrom(DESK_ACTOR, ...users),
    filing: fc.boolean(),
  })
  .map(({ world: made, sketch, details, actor, filing, ...rest }) => {
    const former = { ...stored(sketch, 1), ...rest };
    const events: NewEvent[] = details.map(happened => ({
      actor,
      at: new Date(1),
      detail: happened,
    }));
    const state = events.reduce<TicketState>(
      (current, event) => applyEvent({ statuses }, current, event),
      former,
    );
    const ticket = { ...former, ...state };
    const directory = directoryOf(made);
    const person = directory.belongings(actor);
    const owners = ownersOf(ticket);
    return {
      world: made,
      ticket,
      former,
      completed: {
        before: filing ? undefined : former,
        after: ticket,
        assetOwners: owners,
        events,
        actor: person,
        side:
          actor === DESK_ACTOR
            ? 'team'
            : accessTo(scopeOf(made.policy, person), {
                ...ticket,
                assetOwners: owners,
              }).side,
      },
    };
  });

function ownersOf({ assets, assetOwners }: StoredTicket): string[] {
  return assets.flatMap(ref => assetOwners[ref] ?? []);
}

function directoryOf({ memberships }: World): Directory {
  const entity = (
    kind: string,
    ref: string,
    relations: Entity['relations'],
  ): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: ref.split('/')[1], namespace: 'default' },
    relations,
  });
  return new Directory([
    ...Object.entries(memberships).map(([ref, own]) =>
      entity(
        'User',
        ref,
        own.map(targetRef => ({ type: 'memberOf', targetRef })),
      ),
    ),
    ...groups.map(ref =>
      entity(
        'Group',
        ref,
        Object.entries(memberships)
          .filter(([, own]) => own.includes(ref))
          .map(([targetRef]) => ({ type: 'hasMember', targetRef })),
      ),
    ),
  ]);
}

/** Who is told of each occasion of a change, as names of users. */
async function notifiedOf({ world: made, completed, ticket }: Act) {
  const planned = notificationsOf(
    { statuses, access: made.policy },
    completed,
  ).filter(({ event }) => event !== 'changed');
  return Promise.all(
    planned.map(async notification => ({
      notification,
      notified: await recipientsOf(made, completed, ticket, notification),
    })),
  );
}

async function recipientsOf(
  { policy, ...made }: World,
  { actor }: CompletedChange,
  ticket: StoredTicket | undefined,
  notification: Notification,
): Promise<string[]> {
  const config = readDeskConfig(new ConfigReader({}));
  const { recipients } = await resolveAudience(
    {
      config: { ...config, access: policy },
      clock: () => new Date(2),
      catalog: {
        directory: async () => directoryOf({ policy, ...made }),
      },
      tickets: { find: async () => ticket },
      absences: {
        findAbsent: async refs =>
          new Set(refs.filter(ref => made.away.includes(ref))),
      },
    },
    {
      ticketId: 'id-1',
      notification: {
        ...notification,
        actor: actor.ref,
        number: 'T1',
        subject: 'Subject',
      },
    },
  );
  return recipients.map(({ ref }) => ref);
}

/** The people in the catalog who may handle a ticket, apart from the actor. */
function handlersOf({ world: made, ticket, completed }: Act) {
  const directory = directoryOf(made);
  const all = Object.keys(made.memberships)
    .filter(ref => ref !== completed.actor.ref)
    .map(ref => ({
      ref,
      ...accessTo(scopeOf(made.policy, directory.belongings(ref)), {
        ...ticket,
        assetOwners: ownersOf(ticket),
      }),
    }));
  return {
    /** Members of its team, and admins. */
    own: all.filter(decidesInTeam).map(({ ref }) => ref),
    any: all
      .filter(({ rights }) => rights.has('take-over'))
      .map(({ ref }) => ref),
  };
}

/** Whether who did it has to do with the work, and so knows of it. */
function isKnownToTeam({ completed, ticket, world: made }: Act): boolean {
  const { actor, side } = completed;
  const facts = { ...ticket, assetOwners: ownersOf(ticket) };
  const scope = scopeOf(made.policy, actor);
  return side === 'team' && decidesInTeam(accessTo(scope, facts));
}

describe('whatever happens, whoever is away or gone', () => {
  it('work is told to somebody as long as anybody exists who may handle the ticket, and to one who is there if there is one in its team or among the admins', async () => {
    await fc.assert(
      fc.asyncProperty(act, async change => {
        fc.pre(change.ticket.endedAt === null && !isKnownToTeam(change));
        const { own, any } = handlersOf(change);
        const there = own.filter(ref => !change.world.away.includes(ref));
        for (const { notification, notified } of await notifiedOf(change)) {
          if (!notification.work) {
            continue;
          }
          const candidates = [there, own, any].find(refs => refs.length > 0);
          const reached = (candidates ?? []).filter(ref =>
            notified.includes(ref),
          );
          expect({
            event: notification.event,
            reached: candidates === undefined || reached.length > 0,
          }).toEqual({ event: notification.event, reached: true });
        }
      }),
      { numRuns: cases(1_000) },
    );
  });

  it('nobody is told twice of the same, nor of what they did themselves', async () => {
    await fc.assert(
      fc.asyncProperty(act, async change => {
        for (const { notification, notified } of await notifiedOf(change)) {
          expect(new Set(notified).size).toBe(notified.length);
          const confirms: NotificationEvent[] = ['filed'];
          expect(
            notified.includes(change.completed.actor.ref) &&
              !confirms.includes(notification.event),
          ).toBe(false);
        }
      }),
    );
  });

  it('whoever loses access by a change hears of that and of nothing else, and nobody else hears of it', async () => {
    await fc.assert(
      fc.asyncProperty(act, async change => {
        const { completed, former, ticket, world: made } = change;
        fc.pre(completed.before !== undefined && ticket.mergedInto === null);
        const directory = directoryOf(made);
        const reads = (ref: string, facts: StoredTicket) =>
          accessTo(scopeOf(made.policy, directory.belongings(ref)), {
            ...facts,
            assetOwners: ownersOf(facts),
          }).read;
        const lost = users.filter(
          ref => reads(ref, former) && !reads(ref, ticket),
        );
        const parts = [
          former.requester,
          former.createdBy,
          former.assignee,
          ...former.people.map(person => person.ref),
        ];
        const concerned = (ref: string) =>
          ref !== completed.actor.ref &&
          parts.some(
            part =>
              part !== null && directory.belongings(ref).belongsTo.has(part),
          );
        const notified = await notifiedOf(change);
        const heard = notified
          .filter(({ notification }) => notification.event === 'access-lost')
          .flatMap(tellings => tellings.notified);
        expect(heard.filter(ref => !lost.includes(ref))).toEqual([]);
        expect(
          lost.filter(ref => concerned(ref) && !heard.includes(ref)),
        ).toEqual([]);
        const other = notified
          .filter(({ notification }) => notification.event !== 'access-lost')
          .flatMap(tellings => tellings.notified);
        expect(other.filter(ref => lost.includes(ref))).toEqual([]);
      }),
      { numRuns: cases(500) },
    );
  });

  it('what is told stands in the table, in the row of an event of the change', async () => {
    await fc.assert(
      fc.asyncProperty(act, async ({ completed, world: made }) => {
        const listed = new Set<string>(
          completed.before
            ? completed.events.flatMap(
                event => eventRows[event.detail.type].notifies,
              )
            : eventRows.filed.notifies,
        );
        const events = notificationsOf(
          { statuses, access: made.policy },
          completed,
        )
          .map(({ event }) => event)
          .filter(event => event in rows);
        expect(events.filter(event => !listed.has(event))).toEqual([]);
      }),
    );
  });
});
