import {
  type EventDetail,
  eventDetailSchema,
  linkTypeSchema,
  type MessageKind,
  portalStatusOfType,
  portalStatusSchema,
  routingRuleSchema,
  slaDeadlineSchema,
  statusChangeCauseSchema,
  statusTypeSchema,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import { type HistoryReader, type HistoryRules, seenBy } from './history';
import { Statuses } from './statuses';

/** Two statuses of each type; whatever is secret says so. */
const statuses = new Statuses(
  statusTypeSchema.options.flatMap(type =>
    [1, 2].map(count => ({
      id: `secret-${type}-${count}`,
      title: `Secret ${type} ${count}`,
      type,
      portalStatus: portalStatusOfType[type],
    })),
  ),
);

/** The category `form` shows one field outside, and asks for another inside. */
const rules: HistoryRules = {
  statuses,
  categories: [
    {
      id: 'form',
      form: {
        schema: { properties: { shown: {}, hidden: {} } },
        hidden: ['hidden'],
      },
    },
  ],
};

const READER = 'user:x/reader';
const READABLE = 'readable-ticket';

const outside: HistoryReader = {
  ref: READER,
  inside: false,
  mayRead: id => id === READABLE,
};
const inside: HistoryReader = { ...outside, inside: true };

const word = fc.constantFrom('a', 'group:x/y', 'user:x/z', 'high');
const wordOrNone = fc.option(word);
const words = fc.array(word);
const secrets = fc.array(fc.constant('secret'), { minLength: 1 });
const statusId = fc.constantFrom(
  ...statuses.all.map(({ id }) => id),
  'secret-removed',
);
const category = fc.constantFrom('form', 'secret-less', null);
const change = { from: wordOrNone, to: wordOrNone };
const fields = fc.record(
  {
    shown: word,
    hidden: fc.constant('secret'),
    unknown: fc.constant('secret'),
  },
  { requiredKeys: [] },
);
const otherTicket = {
  ticket: fc.constantFrom(READABLE, 'secret-ticket'),
  number: fc.constant('T1'),
};
const link = {
  link: fc.constantFrom(...linkTypeSchema.options),
  outward: fc.boolean(),
  ...otherTicket,
};
const addedPerson = fc.record({
  ref: word,
  role: fc.constantFrom('to' as const, 'cc' as const),
});
const watcher = fc.record({
  ref: fc.constantFrom('user:x/secret', READER),
  role: fc.constant('watcher' as const),
});
const person = fc.oneof(addedPerson, watcher);

const redaction = <Kind extends MessageKind>(
  kind: Kind,
  messageId: fc.Arbitrary<string>,
) =>
  fc.record({
    type: fc.constant('message-redacted' as const),
    messageId,
    kind: fc.constant(kind),
    files: fc.nat(3),
    text: fc.boolean(),
    reason: fc.constant('Secret reason'),
    ...(kind === 'private' && { readers: fc.array(word, { minLength: 1 }) }),
  });

const arbitraries: {
  [T in EventDetail['type']]: fc.Arbitrary<Extract<EventDetail, { type: T }>>;
} = {
  filed: fc.record(
    {
      type: fc.constant('filed'),
      subject: word,
      category,
      priority: word,
      visibility: fc.constantFrom(...visibilitySchema.options),
      requester: word,
      organisation: wordOrNone,
      assets: words,
      status: statusId,
      channel: fc.constant('portal'),
      fields,
      tags: secrets,
      system: wordOrNone,
      slaPolicy: fc.constant('secret'),
      people: fc.array(person),
      entities: words,
      notifyRequester: fc.boolean(),
      organisationAccess: fc.boolean(),
    },
    {
      requiredKeys: [
        'type',
        'subject',
        'category',
        'priority',
        'visibility',
        'requester',
        'organisation',
        'assets',
      ],
    },
  ),
  routed: fc.record({
    type: fc.constant('routed'),
    team: wordOrNone,
    rule: fc.constantFrom(...routingRuleSchema.options),
    reason: fc.constant('Secret reason'),
  }),
  replied: fc.record({ type: fc.constant('replied'), messageId: word }),
  noted: fc.record({
    type: fc.constant('noted'),
    messageId: fc.constant('secret-note'),
  }),
  'private-message-added': fc.record({
    type: fc.constant('private-message-added'),
    messageId: fc.constant('secret-message'),
    recipients: fc.array(word, { minLength: 1 }),
  }),
  'message-redacted': fc.oneof(
    redaction('reply', word),
    redaction('note', fc.constant('secret-note')),
    redaction('private', fc.constant('secret-message')),
  ),
  assigned: fc.record({ type: fc.constant('assigned'), ...change }),
  moved: fc.record({ type: fc.constant('moved'), ...change }),
  'status-changed': fc.record(
    {
      type: fc.constant('status-changed'),
      from: statusId,
      to: statusId,
      cause: fc.constantFrom(...statusChangeCauseSchema.options),
      notified: fc.boolean(),
    },
    { requiredKeys: ['type', 'from', 'to', 'cause'] },
  ),
  'portal-status-changed': fc.record({
    type: fc.constant('portal-status-changed'),
    from: fc.constantFrom(...portalStatusSchema.options),
    to: fc.constantFrom(...portalStatusSchema.options),
  }),
  edited: fc.oneof(
    fc.record({
      type: fc.constant('edited' as const),
      field: fc.constantFrom(
        'subject',
        'category',
        'priority',
        'visibility',
        'system',
      ),
      ...change,
    }),
    fc.record({
      type: fc.constant('edited' as const),
      field: fc.constant('slaPolicy' as const),
      from: fc.constant('secret'),
      to: fc.constant(null),
    }),
  ),
  'fields-edited': fc.record({
    type: fc.constant('fields-edited'),
    from: fields,
    to: fields,
  }),
  'tags-edited': fc.record({
    type: fc.constant('tags-edited'),
    from: secrets,
    to: secrets,
  }),
  'assets-edited': fc.record({
    type: fc.constant('assets-edited'),
    from: words,
    to: words,
  }),
  'entities-edited': fc.record({
    type: fc.constant('entities-edited'),
    from: words,
    to: words,
  }),
  'notify-requester-set': fc.record({
    type: fc.constant('notify-requester-set'),
    to: fc.boolean(),
  }),
  'organisation-access-set': fc.record({
    type: fc.constant('organisation-access-set'),
    to: fc.boolean(),
  }),
  'person-added': person.map(somebody => ({
    type: 'person-added' as const,
    ...somebody,
  })),
  'person-removed': person.map(somebody => ({
    type: 'person-removed' as const,
    ...somebody,
  })),
  postponed: fc.record({
    type: fc.constant('postponed'),
    until: fc.constant('2026-01-01T00:00:00.000Z'),
  }),
  archived: fc.record({ type: fc.constant('archived') }),
  unarchived: fc.record({ type: fc.constant('unarchived') }),
  linked: fc.record({ type: fc.constant('linked'), ...link }),
  unlinked: fc.record({ type: fc.constant('unlinked'), ...link }),
  'merged-into': fc.record({
    type: fc.constant('merged-into'),
    ...otherTicket,
  }),
  'merged-from': fc.record({
    type: fc.constant('merged-from'),
    ...otherTicket,
  }),
  rated: fc.record({
    type: fc.constant('rated'),
    stars: fc.integer({ min: 1, max: 5 }),
    comment: wordOrNone,
  }),
  'sla-warned': fc.record({
    type: fc.constant('sla-warned'),
    deadline: fc.constantFrom(...slaDeadlineSchema.options),
    dueAt: fc.constant('2026-01-01T00:00:00.000Z'),
  }),
  'sla-breached': fc.record({
    type: fc.constant('sla-breached'),
    deadline: fc.constantFrom(...slaDeadlineSchema.options),
    dueAt: fc.constant('2026-01-01T00:00:00.000Z'),
  }),
};

const anyEvent = fc.oneof(...Object.values(arbitraries));
const ACTOR = 'user:x/actor';

function seen(
  reader: HistoryReader,
  detail: EventDetail,
  present: string | null = 'form',
  actor = ACTOR,
): EventDetail | undefined {
  return seenBy(rules, reader, present, { actor, detail });
}

describe('the history of a ticket', () => {
  it('is tried with every type of event', () => {
    expect(Object.keys(arbitraries).sort()).toEqual(
      eventDetailSchema.options.map(({ shape }) => shape.type.value).sort(),
    );
  });

  it('is made of events of the contract, for everybody', () => {
    fc.assert(
      fc.property(
        anyEvent,
        category,
        fc.constantFrom(inside, outside),
        (detail, present, reader) => {
          const shown = seen(reader, detail, present);
          fc.pre(shown !== undefined);
          expect(eventDetailSchema.parse(shown)).toEqual(shown);
        },
      ),
      { numRuns: 1000 },
    );
  });

  describe('from outside', () => {
    it('lets nothing out that is for the team, and names no hidden ticket', () => {
      fc.assert(
        fc.property(anyEvent, category, (detail, present) => {
          const shown = seen(outside, detail, present);
          expect(JSON.stringify(shown ?? null)).not.toMatch(/secret(?!-less)/i);
          for (const key of [
            'status',
            'cause',
            'tags',
            'slaPolicy',
            'notifyRequester',
          ]) {
            expect(Object.keys(shown ?? {})).not.toContain(key);
          }
          expect(JSON.stringify(shown ?? null)).not.toContain('watcher');
        }),
        { numRuns: 3000 },
      );
    });

    it.each<EventDetail['type']>([
      'noted',
      'routed',
      'tags-edited',
      'notify-requester-set',
      'private-message-added',
      'sla-warned',
      'sla-breached',
    ])('tells nothing of %s', type => {
      fc.assert(
        fc.property(arbitraries[type], detail => {
          expect(seen(outside, detail)).toBeUndefined();
        }),
      );
    });

    it.each<[from: string, to: string, seen: [string, string] | undefined]>([
      ['new', 'open', undefined],
      ['open', 'waiting-internal', undefined],
      ['solved', 'closed', undefined],
      ['open', 'waiting-requester', ['in-progress', 'answer-expected']],
      ['waiting-requester', 'postponed', ['answer-expected', 'postponed']],
      ['new', 'closed', ['in-progress', 'closed']],
      ['solved', 'open', ['closed', 'in-progress']],
    ])('tells of %s to %s what the portal shows: %j', (from, to, shown) => {
      expect(
        seen(outside, {
          type: 'status-changed',
          from: `secret-${from}-1`,
          to: `secret-${to}-2`,
          cause: 'person',
        }),
      ).toEqual(
        shown && {
          type: 'portal-status-changed',
          from: shown[0],
          to: shown[1],
        },
      );
    });

    it('shows of fields what the form of the category shows', () => {
      const detail: EventDetail = {
        type: 'fields-edited',
        from: { shown: 'a', hidden: 'b', unknown: 'c' },
        to: { shown: 'd', hidden: 'e', unknown: null },
      };
      expect(seen(outside, detail)).toEqual({
        type: 'fields-edited',
        from: { shown: 'a' },
        to: { shown: 'd' },
      });
      expect(seen(outside, detail, 'other')).toBeUndefined();
      expect(seen(outside, { ...detail, to: { hidden: 'e' } })).toBeUndefined();
    });

    it('shows of what was filed all that is not for the team', () => {
      expect(
        seen(outside, {
          type: 'filed',
          subject: 'Help',
          category: 'form',
          priority: 'high',
          visibility: 'public',
          requester: READER,
          organisation: 'group:x/y',
          assets: ['component:x/a'],
          status: 'secret-new-1',
          channel: 'portal',
          fields: { shown: 'a', hidden: 'secret' },
          tags: ['secret'],
          system: 'system:x/s',
          slaPolicy: 'secret',
          people: [
            { ref: 'user:x/z', role: 'cc' },
            { ref: 'user:x/secret', role: 'watcher' },
          ],
          entities: ['api:x/b'],
          notifyRequester: false,
          organisationAccess: true,
        }),
      ).toEqual({
        type: 'filed',
        subject: 'Help',
        category: 'form',
        priority: 'high',
        visibility: 'public',
        requester: READER,
        organisation: 'group:x/y',
        assets: ['component:x/a'],
        channel: 'portal',
        fields: { shown: 'a' },
        system: 'system:x/s',
        people: [{ ref: 'user:x/z', role: 'cc' }],
        entities: ['api:x/b'],
        organisationAccess: true,
      });
    });

    it('lets everything else through as it is', () => {
      const {
        replied,
        assigned,
        moved,
        postponed,
        archived,
        unarchived,
        rated,
      } = arbitraries;
      const open = fc.oneof(
        replied,
        assigned,
        moved,
        postponed,
        archived,
        unarchived,
        rated,
        arbitraries['assets-edited'],
        arbitraries['entities-edited'],
        arbitraries['organisation-access-set'],
        arbitraries.edited.filter(({ field }) => field !== 'slaPolicy'),
        addedPerson.map(somebody => ({
          type: 'person-added' as const,
          ...somebody,
        })),
      );
      fc.assert(
        fc.property(open, category, (detail, present) => {
          expect(seen(outside, detail, present)).toEqual(detail);
        }),
      );
    });
  });

  describe('from inside', () => {
    it('shows everything as it is but private messages and hidden tickets', () => {
      fc.assert(
        fc.property(
          anyEvent.filter(
            detail =>
              detail.type !== 'private-message-added' &&
              !('kind' in detail && detail.kind === 'private') &&
              !('ticket' in detail && detail.ticket !== READABLE),
          ),
          category,
          (detail, present) => {
            expect(seen(inside, detail, present)).toEqual(detail);
          },
        ),
        { numRuns: 1000 },
      );
    });
  });

  describe.each([
    ['inside', inside],
    ['outside', outside],
  ])('whether somebody is %s', (_, reader) => {
    const message: EventDetail = {
      type: 'private-message-added',
      messageId: '7',
      recipients: ['user:x/z'],
    };

    it('tells of a private message its author and those it is for', () => {
      expect(seen(reader, message)).toBeUndefined();
      expect(seen(reader, message, null, READER)).toEqual(message);
      expect(seen({ ...reader, ref: 'user:x/z' }, message)).toEqual(message);
    });

    it('tells of what was removed of a private message those who could read it', () => {
      const removed: EventDetail = {
        type: 'message-redacted',
        messageId: '7',
        kind: 'private',
        files: 0,
        text: true,
        reason: 'A password',
        readers: ['user:x/y', 'user:x/z'],
      };
      expect(seen(reader, removed)).toBeUndefined();
      expect(seen({ ...reader, ref: 'user:x/z' }, removed)).toEqual(removed);
    });

    it.each(['linked', 'unlinked', 'merged-into', 'merged-from'] as const)(
      'tells of %s only those who may read the other ticket',
      type => {
        fc.assert(
          fc.property(arbitraries[type], detail => {
            expect(seen(reader, detail)).toEqual(
              detail.ticket === READABLE ? detail : undefined,
            );
          }),
        );
      },
    );
  });
});
