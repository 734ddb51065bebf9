import {
  type TicketPerson,
  type Visibility,
  personRoleSchema,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import { canMerge, joiningPeople, newReaders } from './merging';

describe('whether a ticket may go into another one', () => {
  const allowed = [
    'public into public',
    'public into confidential',
    'confidential into confidential',
    'internal into internal',
  ];

  it.each(
    visibilitySchema.options.flatMap(from =>
      visibilitySchema.options.map(into => [from, into] as const),
    ),
  )('%s into %s', (from, into) => {
    expect(canMerge(from, into)).toBe(allowed.includes(`${from} into ${into}`));
  });
});

describe('who would come to read what is confidential', () => {
  const ticket = (
    visibility: Visibility,
    requester: string,
    ...people: TicketPerson[]
  ) => ({ visibility, requester, people });
  const [ann, bob] = ['user:x/ann', 'user:x/bob'];
  const asTo = (ref: string): TicketPerson => ({ ref, role: 'to' });

  it.each([
    [
      'nobody, by public tickets',
      ticket('public', ann),
      ticket('public', bob),
      [],
    ],
    [
      'nobody, when it is the same requester',
      ticket('confidential', ann),
      ticket('confidential', ann),
      [],
    ],
    [
      'a requester who joins',
      ticket('public', ann),
      ticket('confidential', bob),
      [ann],
    ],
    [
      'nobody who takes part already',
      ticket('public', ann),
      ticket('confidential', bob, asTo(ann)),
      [],
    ],
    [
      'both sides, of each other',
      ticket('confidential', ann),
      ticket('confidential', bob),
      [ann, bob],
    ],
    [
      'somebody who was added to the other one',
      ticket('confidential', ann),
      ticket('confidential', ann, asTo(bob)),
      [bob],
    ],
    [
      'nobody for watching, which gives no access',
      ticket('public', ann, { ref: bob, role: 'watcher' }),
      ticket('confidential', ann),
      [],
    ],
  ])('is %s', (_what, from, into, readers) => {
    const joining = joiningPeople(
      from,
      { ...into, createdBy: into.requester },
      [],
    );
    expect(newReaders(from, into, joining)).toEqual(readers);
  });
});

describe('who joins the ticket that another one goes into', () => {
  const into = {
    requester: 'user:x/target',
    createdBy: 'user:x/filer',
    people: [
      { ref: 'user:x/to', role: 'to' },
      { ref: 'user:x/cc', role: 'cc' },
      { ref: 'user:x/watcher', role: 'watcher' },
    ] satisfies TicketPerson[],
  };

  function joining(requester: string, ...people: TicketPerson[]) {
    return joiningPeople({ requester, people }, into, []).map(
      ({ ref, role }) => `${ref} ${role}`,
    );
  }

  it.each<[what: string, requester: string, people: TicketPerson[], string[]]>([
    ['the requester', 'user:x/a', [], ['user:x/a to']],
    ['nobody who is its requester already', 'user:x/target', [], []],
    ['nobody who filed it', 'user:x/filer', [], []],
    ['nobody who is added already', 'user:x/to', [], []],
    [
      'added people and watchers, in their roles',
      'user:x/target',
      [
        { ref: 'user:x/b', role: 'cc' },
        { ref: 'user:x/target', role: 'watcher' },
      ],
      ['user:x/b cc', 'user:x/target watcher'],
    ],
    [
      'nobody in a lesser role, and in a greater one those who had it',
      'user:x/target',
      [
        { ref: 'user:x/to', role: 'cc' },
        { ref: 'user:x/cc', role: 'to' },
      ],
      ['user:x/cc to'],
    ],
  ])('%s', (_, requester, people, expected) => {
    expect(joining(requester, ...people)).toEqual(expected);
  });

  it('somebody who had access and would have none', () => {
    expect(
      joiningPeople({ requester: 'user:x/target', people: [] }, into, [
        'user:x/agent',
      ]),
    ).toEqual([{ ref: 'user:x/agent', role: 'cc' }]);
  });

  it('nobody twice', () => {
    const ref = fc.constantFrom('user:x/a', 'user:x/b', 'group:x/c');
    const people = fc.array(
      fc.record({ ref, role: fc.constantFrom(...personRoleSchema.options) }),
    );
    fc.assert(
      fc.property(ref, people, fc.array(ref), (requester, others, missing) => {
        const joined = joiningPeople(
          { requester, people: others },
          into,
          missing,
        ).map(person => JSON.stringify(person));
        expect(new Set(joined).size).toBe(joined.length);
      }),
    );
  });
});
