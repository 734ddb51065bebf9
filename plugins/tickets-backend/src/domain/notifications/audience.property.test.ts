import {
  type EventDetail,
  type NotificationRole,
  personRoleSchema,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import {
  type AccessPolicy,
  type Person,
  accessTo,
  scopeOf,
} from '../access/access';
import { notificationsOf } from './audience';
import type { CompletedChange, Notification } from './drafts';
import { readersOf } from '../access/readers';
import { Statuses } from '../statuses';
import { shouldNotify } from './shouldNotify';
import { type NewEvent, type TicketState, applyEvent } from '../ticketState';

const statuses = new Statuses([
  { id: 'new', title: 'New', type: 'new', portalStatus: 'in-progress' },
  { id: 'open', title: 'Open', type: 'open', portalStatus: 'in-progress' },
  { id: 'solved', title: 'Solved', type: 'solved', portalStatus: 'closed' },
  { id: 'closed', title: 'Closed', type: 'closed', portalStatus: 'closed' },
]);

const users = ['ann', 'ben', 'cem', 'dia', 'eli'].map(
  name => `user:default/${name}`,
);
const groups = ['red', 'green', 'blue'].map(name => `group:default/${name}`);

const user = fc.constantFrom(...users);
const group = fc.constantFrom(...groups);
const party = fc.constantFrom(...users, ...groups);
const status = fc.constantFrom('new', 'open', 'solved', 'closed');

const policy: fc.Arbitrary<AccessPolicy> = fc.record({
  admins: fc.subarray([...users, ...groups], { maxLength: 1 }),
  teams: fc.subarray(groups),
  agentsSee: fc.constantFrom('all', 'own-team'),
});

const person = fc
  .tuple(user, fc.subarray(groups))
  .map(([ref, own]) => ({ ref, belongsTo: new Set([ref, ...own]) }));

const people = fc.uniqueArray(
  fc.record({
    ref: party,
    role: fc.constantFrom(...personRoleSchema.options),
  }),
  { selector: ({ ref, role }) => `${ref} ${role}`, maxLength: 4 },
);

const state: fc.Arbitrary<TicketState> = fc
  .record({
    requester: user,
    createdBy: user,
    organisation: fc.option(group),
    organisationAccess: fc.boolean(),
    team: fc.option(group),
    assignee: fc.option(user),
    visibility: fc.constantFrom(...visibilitySchema.options),
    people,
    status,
    notifyRequester: fc.boolean(),
    channel: fc.constantFrom('portal' as const, 'public' as const),
  })
  .map(facts => ({
    ...applyEvent({ statuses }, undefined, {
      actor: facts.createdBy,
      at: new Date(0),
      detail: {
        type: 'filed',
        subject: 'Help',
        category: null,
        priority: 'normal',
        visibility: facts.visibility,
        requester: facts.requester,
        organisation: facts.organisation,
        assets: [],
      },
    }),
    ...facts,
  }));

const detail: fc.Arbitrary<EventDetail> = fc.oneof(
  fc.constant({ type: 'replied' as const, messageId: '1' }),
  fc.constant({ type: 'noted' as const, messageId: '2' }),
  fc.record({
    type: fc.constant('private-message-added' as const),
    messageId: fc.constant('3'),
    recipients: fc.uniqueArray(user, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('assigned' as const),
    from: fc.option(user),
    to: fc.option(user),
  }),
  fc.record({
    type: fc.constant('moved' as const),
    from: fc.option(group),
    to: fc.option(group),
  }),
  fc.record({
    type: fc.constant('status-changed' as const),
    from: status,
    to: status,
    cause: fc.constant('person' as const),
    notified: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('person-added' as const),
    ref: party,
    role: fc.constantFrom(...personRoleSchema.options),
  }),
  fc.constant({ type: 'rated' as const, stars: 3, comment: null }),
);

const assetOwners = fc.subarray([...users, ...groups], { maxLength: 1 });

/** Any change of any ticket by anybody, and the filing of one now and then. */
const anyChange: fc.Arbitrary<CompletedChange> = fc
  .record({
    before: state,
    details: fc.array(detail, { maxLength: 4 }),
    actor: person,
    side: fc.constantFrom('requester' as const, 'team' as const),
    assetOwners,
    filing: fc.boolean(),
  })
  .map(({ before, details, actor, filing, ...rest }) => {
    const events: NewEvent[] = details.map(happened => ({
      actor: actor.ref,
      at: new Date(1),
      detail: happened,
    }));
    const after = events.reduce(
      (current, event) => applyEvent({ statuses }, current, event),
      before,
    );
    return {
      ...rest,
      actor,
      events,
      before: filing ? undefined : before,
      after,
    };
  });

/** One party of an occasion. */
interface Addressed extends Notification {
  readonly ref: string;
  readonly roles: readonly NotificationRole[];
}

/** All that people are told of a change, party by party. */
function addressedBy(
  access: AccessPolicy,
  change: CompletedChange,
): Addressed[] {
  return notificationsOf({ statuses, access }, change)
    .filter(({ event }) => event !== 'changed' && event !== 'access-lost')
    .flatMap(notification =>
      notification.parties.map(({ ref, roles }) => ({
        ...notification,
        ref,
        roles,
      })),
    );
}

/** Whether it reaches somebody who belongs to the party. */
function reaches(
  access: AccessPolicy,
  { after, actor, assetOwners: owners }: CompletedChange,
  { roles, ...notification }: Addressed,
  somebody: Person,
): boolean {
  const facts = { ...after, assetOwners: owners };
  return shouldNotify(
    { ...notification, actor: actor.ref },
    somebody,
    roles,
    accessTo(scopeOf(access, somebody), facts),
    after,
  );
}

function isConfirmation({ event, roles }: Addressed): boolean {
  return event === 'filed' && roles.includes('requester');
}

describe('whatever happens to a ticket', () => {
  it('nobody is told of what they did themselves, by name or through a group, but for the confirmation of a new ticket', () => {
    fc.assert(
      fc.property(policy, anyChange, (access, change) => {
        const wrong = addressedBy(access, change)
          .filter(addressed => !isConfirmation(addressed))
          .filter(
            addressed =>
              addressed.ref === change.actor.ref ||
              reaches(access, change, addressed, change.actor),
          );
        expect(wrong).toEqual([]);
      }),
    );
  });

  it("notes never reach the requester, nor anybody else of the requester's side", () => {
    fc.assert(
      fc.property(policy, anyChange, person, (access, change, somebody) => {
        const facts = { ...change.after, assetOwners: change.assetOwners };
        const { side } = accessTo(scopeOf(access, somebody), facts);
        const wrong = addressedBy(access, change)
          .filter(({ event }) => event === 'noted')
          .filter(
            addressed =>
              !addressed.inside ||
              addressed.ref === change.after.requester ||
              (side === 'requester' &&
                reaches(access, change, addressed, somebody)),
          );
        expect(wrong).toEqual([]);
      }),
    );
  });

  it("a muted requester's side is told nothing but what is meant for them by name or by their work", () => {
    fc.assert(
      fc.property(policy, anyChange, (access, { after, ...change }) => {
        const muted = { ...after, notifyRequester: false };
        const theirs = new Set([
          muted.requester,
          ...muted.people
            .filter(({ role }) => role !== 'watcher')
            .map(({ ref }) => ref),
        ]);
        const wrong = addressedBy(access, { ...change, after: muted })
          .filter(({ ref }) => theirs.has(ref))
          .filter(({ roles }) =>
            roles.some(role =>
              ['requester', 'added', 'watcher'].includes(role),
            ),
          );
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('a private message is told to nobody but those it is for', () => {
    fc.assert(
      fc.property(policy, anyChange, (access, change) => {
        const wrong = addressedBy(access, change).filter(
          ({ event, roles }) =>
            event === 'private-message-added' && roles.join() !== 'recipient',
        );
        expect(wrong).toEqual([]);
      }),
    );
  });
});

describe('readersOf', () => {
  it('names exactly those who may read, and requesters whose ticket is hidden from them for the rest of their team', () => {
    fc.assert(
      fc.property(
        policy,
        state,
        assetOwners,
        person,
        (access, ticket, owners, somebody) => {
          const facts = { ...ticket, assetOwners: owners };
          const named = readersOf(access, facts).some(ref =>
            somebody.belongsTo.has(ref),
          );
          const { read } = accessTo(scopeOf(access, somebody), facts);
          const hiddenFromRequester =
            somebody.ref === ticket.requester && !read;
          expect(named).toBe(read || (hiddenFromRequester && named));
        },
      ),
    );
  });
});
