import {
  type EventDetail,
  portalStatusOfType,
  statusTypeSchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import { cases } from '../__testUtils__/cases';
import { shownFields } from './forms/forms';
import { seenBy } from './history';
import { Statuses } from './statuses';
import { TicketChange } from './TicketChange';
import { type NewEvent, type TicketState, applyEvent } from './ticketState';
import { isUnread, versionFor } from './versions';
import { defaultReactions } from './workflow';

/** Two statuses of each type. */
const statuses = new Statuses(
  statusTypeSchema.options.flatMap(type =>
    ['one', 'two'].map(name => ({
      id: `${type}-${name}`,
      title: type,
      type,
      portalStatus: portalStatusOfType[type],
    })),
  ),
);

const form = {
  schema: { properties: { shown: {}, hidden: {} } },
  hidden: ['hidden'],
};
const rules = {
  statuses,
  reactions: defaultReactions(statuses),
  categories: [
    { id: 'incident', form },
    { id: 'question', form },
  ],
};

const REQUESTER = 'user:default/requester';
const AGENT = 'user:default/agent';
const reader = { ref: REQUESTER, inside: false, mayRead: () => false };

/** What somebody does to a ticket in one step. */
type Step = (change: TicketChange) => void;

const word = fc.constantFrom('a', 'b', 'c');
const list = fc.subarray(['a', 'b', 'c']);
const step = (arbitrary: fc.Arbitrary<Step>) => arbitrary;
const recorded =
  (detail: EventDetail): Step =>
  change =>
    change.record(detail);

const steps: fc.Arbitrary<Step> = fc.oneof(
  step(
    fc
      .constantFrom(...statuses.all.map(({ id }) => id))
      .map(to => change => change.setStatus(to, 'person')),
  ),
  step(
    fc.integer({ min: 1, max: 9 }).map(day => change => {
      change.setStatus('postponed-one', 'postpone');
      change.postponeUntil(new Date(Date.UTC(2027, 0, day)));
    }),
  ),
  step(list.map(tags => change => change.editTags(tags))),
  step(list.map(refs => change => change.editAssets(refs, {}))),
  step(list.map(refs => change => change.editEntities(refs))),
  step(fc.boolean().map(to => change => change.notifyRequester(to))),
  step(fc.boolean().map(to => change => change.giveOrganisationAccess(to))),
  step(
    fc
      .tuple(fc.constantFrom('subject' as const, 'priority' as const), word)
      .map(
        ([field, to]) =>
          change =>
            change.edit(field, to),
      ),
  ),
  step(
    fc
      .constantFrom('incident', 'question')
      .map(to => change => change.edit('category', to)),
  ),
  step(fc.option(word).map(to => change => change.edit('slaPolicy', to))),
  step(
    fc
      .dictionary(fc.constantFrom('shown', 'hidden'), fc.option(word))
      .map(fields => change => change.editFields(fields)),
  ),
  step(
    fc
      .tuple(
        word,
        fc.constantFrom('to' as const, 'cc' as const, 'watcher' as const),
      )
      .map(
        ([ref, role]) =>
          change =>
            change.addPerson({ ref, role }),
      ),
  ),
  step(
    fc.option(word).map(to => change => {
      const from = change.state.assignee;
      if (from !== to) {
        change.record({ type: 'assigned', from, to });
      }
    }),
  ),
  fc
    .constantFrom<EventDetail>(
      { type: 'replied', messageId: '1', side: 'team' },
      { type: 'noted', messageId: '2' },
      { type: 'private-message-added', messageId: '3', recipients: [AGENT] },
      {
        type: 'linked',
        link: 'work-order',
        outward: false,
        ticket: 'secret',
        number: 'T9',
      },
      {
        type: 'sla-breached',
        deadline: 'response',
        dueAt: '2027-01-01T00:00:00Z',
      },
    )
    .map(recorded),
);

const filing: NewEvent = {
  actor: REQUESTER,
  at: new Date(Date.UTC(2026, 0, 1)),
  detail: {
    type: 'filed',
    subject: 'Help',
    category: 'incident',
    priority: 'normal',
    visibility: 'public',
    requester: REQUESTER,
    organisation: null,
    assets: [],
    status: 'new-one',
    fields: { shown: 'a', hidden: 'b' },
  },
};

interface Life {
  readonly state: TicketState;
  readonly version: number;
  readonly internalChanges: number;
  readonly events: readonly (NewEvent & {
    readonly version: number;
    readonly internalChanges: number;
  })[];
}

const begun: Life = {
  state: applyEvent(rules, undefined, filing),
  version: 1,
  internalChanges: 0,
  events: [{ ...filing, version: 1, internalChanges: 0 }],
};

/** As the desk writes a change. */
function after(life: Life, minute: number, work: Step) {
  const at = new Date(filing.at.getTime() + minute * 60_000);
  const change = new TicketChange(rules, AGENT, at, life.state);
  work(change);
  const { inside, outside } = change.trace;
  const versions = {
    version: life.version + (inside ? 1 : 0),
    internalChanges: life.internalChanges + (inside && !outside ? 1 : 0),
  };
  return {
    outside,
    life: {
      ...versions,
      state: change.state,
      events: [
        ...life.events,
        ...change.events.map(event => ({ ...event, ...versions })),
      ],
    },
  };
}

/** All that the requester gets to see, and what their lists go by. */
function seen({ state, events, ...versions }: Life) {
  const {
    status,
    tags: _tags,
    slaPolicy: _slaPolicy,
    notifyRequester: _notifyRequester,
    changedBy: _changedBy,
    activeAt: _activeAt,
    fields,
    people,
    ...facts
  } = state;
  return {
    ...facts,
    version: versionFor(reader, versions),
    portalStatus: statuses.get(status).portalStatus,
    isEnded: statuses.isEnded(status),
    fields: shownFields(form, false, fields),
    people: people.filter(({ role }) => role !== 'watcher'),
    unread: Array.from({ length: 4 }, (_, last) =>
      isUnread(
        reader,
        { ...state, ...versions },
        {
          version: last + versions.internalChanges,
          internalChanges: versions.internalChanges,
        },
      ),
    ),
    history: events.flatMap(event => {
      const detail = seenBy(rules, reader, state.category, event);
      return detail
        ? [{ detail, at: event.at, version: versionFor(reader, event) }]
        : [];
    }),
  };
}

const lives = fc.array(steps, { maxLength: 15 });

describe('what the requester sees of a ticket', () => {
  it('does not change by what they may not see', () => {
    fc.assert(
      fc.property(lives, works => {
        let life = begun;
        works.forEach((work, index) => {
          const before = seen(life);
          const { outside, life: next } = after(life, index + 1, work);
          life = next;
          const now = seen(life);
          expect(now.version).toBe(before.version + (outside ? 1 : 0));
          expect(now.history.length > before.history.length).toBe(outside);
          expect(outside ? before : now).toEqual(before);
        });
      }),
      { numRuns: cases(500) },
    );
  });

  it('is what it would be if nothing else had ever happened', () => {
    fc.assert(
      fc.property(lives, works => {
        let whole = begun;
        let shown = begun;
        works.forEach((work, index) => {
          const next = after(whole, index + 1, work);
          whole = next.life;
          if (next.outside) {
            // what of the same step is for agents alone stays where it is
            shown = after(shown, index + 1, work).life;
          }
        });
        expect(seen(whole)).toEqual(seen(shown));
      }),
      { numRuns: cases(500) },
    );
  });
});
