import fc from 'fast-check';
import {
  type AssignmentFacts,
  type AssignmentStrategy,
  chooseAssignee,
} from './assignment';

const ann = 'user:default/ann';
const bob = 'user:default/bob';
const cem = 'user:default/cem';
const team = [cem, ann, bob];

function choose(
  strategy: AssignmentStrategy,
  facts: Partial<Omit<AssignmentFacts, 'absent'>> & { absent?: string[] } = {},
) {
  return chooseAssignee(strategy, {
    members: team,
    creator: 'user:default/requester',
    ...facts,
    absent: new Set(facts.absent),
  });
}

describe('the assignee of a new ticket', () => {
  it.each<
    [
      what: string,
      strategy: AssignmentStrategy,
      facts: Parameters<typeof choose>[1],
      assignee: string | null,
      reason: string | undefined,
    ]
  >([
    ['nobody without a strategy', 'none', { creator: ann }, null, undefined],
    [
      'who filed it',
      'creator',
      { creator: bob },
      bob,
      'Assigned to who filed it.',
    ],
    [
      'nobody, when who filed it is not in the team',
      'creator',
      {},
      null,
      "Left in the team's queue: who filed it is no present member of the team.",
    ],
    [
      'nobody, when who filed it is absent',
      'creator',
      { creator: bob, absent: [bob] },
      null,
      "Left in the team's queue: who filed it is no present member of the team.",
    ],
    [
      'the first in turn',
      'round-robin',
      {},
      ann,
      `Assigned in turn to ${ann}.`,
    ],
    [
      'the next in turn',
      'round-robin',
      { last: ann },
      bob,
      `Assigned in turn to ${bob}.`,
    ],
    [
      'the first again after the last',
      'round-robin',
      { last: cem },
      ann,
      `Assigned in turn to ${ann}.`,
    ],
    [
      'the next in turn after somebody who left the team',
      'round-robin',
      { last: 'user:default/anton' },
      bob,
      `Assigned in turn to ${bob}.`,
    ],
    [
      'the next in turn who is there',
      'round-robin',
      { last: ann, absent: [bob] },
      cem,
      `Assigned in turn to ${cem}.`,
    ],
    [
      'the same again, when nobody else is there',
      'round-robin',
      { last: ann, absent: [bob, cem] },
      ann,
      `Assigned in turn to ${ann}.`,
    ],
    [
      'nobody, when everybody is absent',
      'round-robin',
      { absent: team },
      null,
      "Left in the team's queue: everybody in the team is absent.",
    ],
    [
      'nobody in a team without members',
      'least-loaded',
      { members: [] },
      null,
      "Left in the team's queue: the team has no members.",
    ],
    [
      'the one with the fewest open tickets',
      'least-loaded',
      {
        openTickets: new Map([
          [ann, 3],
          [bob, 1],
          [cem, 2],
        ]),
      },
      bob,
      `Assigned to ${bob}, who has the fewest open tickets (1).`,
    ],
    [
      'the one without any open ticket',
      'least-loaded',
      {
        openTickets: new Map([
          [ann, 1],
          [bob, 1],
        ]),
      },
      cem,
      `Assigned to ${cem}, who has the fewest open tickets (0).`,
    ],
    [
      'of several with the fewest, the next in turn',
      'least-loaded',
      { last: ann, openTickets: new Map([[bob, 7]]) },
      cem,
      `Assigned to ${cem}, who has the fewest open tickets (0).`,
    ],
    [
      'the one with the fewest of those who are there',
      'least-loaded',
      {
        absent: [cem],
        openTickets: new Map([
          [ann, 2],
          [bob, 5],
        ]),
      },
      ann,
      `Assigned to ${ann}, who has the fewest open tickets (2).`,
    ],
  ])('is %s', (_what, strategy, facts, assignee, reason) => {
    expect(choose(strategy, facts)).toEqual({
      assignee,
      ...(reason !== undefined && { reason }),
    });
  });

  const people = fc.uniqueArray(
    fc.integer({ min: 0, max: 30 }).map(number => `user:default/u${number}`),
    { maxLength: 12 },
  );

  it('is never somebody absent or from outside the team, and is nobody only when nobody is there', () => {
    fc.assert(
      fc.property(
        people,
        people,
        fc.constantFrom('creator', 'round-robin', 'least-loaded'),
        fc.option(people, { nil: undefined }),
        (members, absent, strategy: AssignmentStrategy, others) => {
          const present = members.filter(one => !absent.includes(one));
          const { assignee, reason } = choose(strategy, {
            members,
            absent,
            last: others?.[0],
            creator: others?.[1] ?? members[0] ?? ann,
            openTickets: new Map(others?.map((one, load) => [one, load])),
          });
          expect(present.includes(assignee ?? '')).toBe(assignee !== null);
          const someoneIsThere = present.length > 0;
          expect(assignee !== null || strategy === 'creator').toBe(
            someoneIsThere || strategy === 'creator',
          );
          expect(reason).toMatch(/\.$/);
        },
      ),
    );
  });

  it.each<AssignmentStrategy>(['round-robin', 'least-loaded'])(
    'by %s is fair: after any number of tickets nobody present has two more than another',
    strategy => {
      fc.assert(
        fc.property(
          people.filter(members => members.length > 0),
          fc.nat(60),
          fc.option(fc.constantFrom('user:default/u7', ann), {
            nil: undefined,
          }),
          (members, tickets, before) => {
            const counts = new Map(members.map(member => [member, 0]));
            let last: string | undefined = before;
            for (let ticket = 0; ticket < tickets; ticket++) {
              const { assignee } = choose(strategy, {
                members,
                last,
                openTickets: counts,
              });
              last = assignee ?? undefined;
              counts.set(`${assignee}`, (counts.get(`${assignee}`) ?? 0) + 1);
            }
            const loads = [...counts.values()];
            expect(loads).toHaveLength(members.length);
            expect(Math.max(...loads) - Math.min(...loads)).toBeLessThan(2);
          },
        ),
      );
    },
  );
});
