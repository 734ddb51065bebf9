import {
  portalStatusOfType,
  statusTypeSchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import { TicketChange } from './TicketChange';
import { Statuses } from './statuses';
import { type NewEvent, type TicketState, applyEvent } from './ticketState';
import { type Reactions, defaultReactions } from './workflow';

const AT = new Date('2026-05-05T08:00:00Z');
const ids = ['a', 'b', 'c', 'd'];

/** Any statuses of a desk, with at least one in which tickets can begin. */
const statuses = fc
  .tuple(
    fc.constantFrom('new' as const, 'open' as const),
    fc.array(fc.constantFrom(...statusTypeSchema.options), { maxLength: 3 }),
    fc.shuffledSubarray(ids, { minLength: 4, maxLength: 4 }),
  )
  .map(
    ([first, others, names]) =>
      new Statuses(
        [first, ...others].map((type, index) => ({
          id: names[index],
          title: names[index],
          type,
          portalStatus: portalStatusOfType[type],
        })),
      ),
  );

/** A desk that configures no return of its own, or any that it may. */
const desk = statuses.chain(all => {
  const workable = all.ofType('new', 'open', 'waiting-internal');
  const own: fc.Arbitrary<Reactions> = fc.record({
    return: fc.record({
      from: fc.subarray(all.all.map(({ id }) => id)),
      to: fc.constantFrom(...workable.map(({ id }) => id)),
    }),
  });
  return fc.record({
    statuses: fc.constant(all),
    reactions: fc.oneof(fc.constant(defaultReactions(all)), own),
  });
});

/** A ticket that was postponed before the statuses became what they are. */
function postponedIn(status: string, all: Statuses): TicketState {
  const events: NewEvent['detail'][] = [
    {
      type: 'filed',
      subject: 'Help',
      category: null,
      priority: 'normal',
      visibility: 'public',
      requester: 'user:default/requester',
      organisation: null,
      assets: [],
      status,
    },
    { type: 'postponed', until: AT.toISOString() },
  ];
  const ticket = events.reduce<TicketState | undefined>(
    (state, detail) =>
      applyEvent({ statuses: all }, state, {
        actor: 'user:default/agent',
        at: AT,
        detail,
      }),
    undefined,
  );
  if (!ticket) {
    throw new Error('there is a ticket after its filing');
  }
  return ticket;
}

describe('a postponed ticket whose time has come', () => {
  it('is postponed no more, whatever became of its status', () => {
    fc.assert(
      fc.property(
        desk,
        fc.constantFrom(...ids, 'configured-no-more'),
        (rules, status) => {
          const before = postponedIn(status, rules.statuses);
          const change = new TicketChange(rules, 'desk', AT, before);
          change.comeBack();
          const { state, events } = change;

          expect(state.postponedUntil).toBeNull();
          expect(rules.statuses.has(state.status)).toBe(true);
          expect(rules.statuses.isPostponed(state.status)).toBe(false);
          expect(events).not.toEqual([]);
          expect(
            events.reduce(
              (current, event) => applyEvent(rules, current, event),
              before,
            ),
          ).toEqual(state);
        },
      ),
    );
  });

  it('stays ended, where its status ends it now and no reaction leaves it', () => {
    fc.assert(
      fc.property(statuses, fc.constantFrom(...ids), (all, status) => {
        fc.pre(all.isEnded(status));
        const rules = { statuses: all, reactions: defaultReactions(all) };
        const before = postponedIn(status, all);
        const change = new TicketChange(rules, 'desk', AT, before);
        change.comeBack();
        expect(change.state.status).toBe(status);
      }),
    );
  });
});
