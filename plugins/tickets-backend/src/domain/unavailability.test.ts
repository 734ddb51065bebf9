import {
  type Holding,
  type StillThere,
  type Unavailable,
  goneAfter,
  isMuchMissing,
} from './unavailability';

const HOUR = 3_600_000;

const held = (team: string | null, assignee: string | null): Holding => ({
  team,
  assignee,
});

/** What was seen of some holdings: the team missing, the assignee, or neither. */
const seen = (
  rows: [string | null, string | null, 'team' | 'assignee' | 'there'][],
) =>
  rows.map(([team, assignee, missing]) => {
    const unavailable: Unavailable | undefined =
      missing === 'there'
        ? undefined
        : {
            team,
            assignee: missing === 'team' ? null : assignee,
            reason: 'not-in-catalog',
          };
    return { holding: held(team, assignee), unavailable };
  });

describe('much is missing at once', () => {
  it.each<[string, boolean, Parameters<typeof seen>[0], Partial<StillThere>?]>([
    ['nothing is held', false, []],
    ['the only person is', true, [['a', 'ann', 'assignee']]],
    ['the only team is', true, [['a', null, 'team']]],
    [
      'the only person with tickets is, and the team has others',
      false,
      [['a', 'ann', 'assignee']],
      { people: ['ben'] },
    ],
    [
      'the only team with tickets is, and there are others',
      false,
      [['a', null, 'team']],
      { teams: ['b'] },
    ],
    [
      'the only team is, and people are there',
      true,
      [['a', null, 'team']],
      { people: ['ann', 'ben'] },
    ],
    [
      'the only person is, and teams are there',
      true,
      [['a', 'ann', 'assignee']],
      { teams: ['a', 'b'] },
    ],
    [
      'the only team with tickets is, with its assignee, and there are others',
      false,
      [['a', 'ann', 'team']],
      { teams: ['b'], people: ['ben'] },
    ],
    [
      'the only person is, in several teams',
      true,
      [
        ['a', 'ann', 'assignee'],
        ['b', 'ann', 'assignee'],
      ],
    ],
    [
      'one person with tickets in several teams is, and others are there',
      false,
      [
        ['a', 'ann', 'assignee'],
        ['b', 'ann', 'assignee'],
      ],
      { people: ['ben'] },
    ],
    [
      'two people of two are, and others are there',
      true,
      [
        ['a', 'ann', 'assignee'],
        ['b', 'ben', 'assignee'],
      ],
      { people: ['cem'] },
    ],
    [
      'two people of four are',
      true,
      [
        ['a', 'ann', 'assignee'],
        ['a', 'ben', 'assignee'],
        ['a', 'cem', 'there'],
        ['b', 'dag', 'there'],
      ],
    ],
    [
      'two people of five are',
      false,
      [
        ['a', 'ann', 'assignee'],
        ['a', 'ben', 'assignee'],
        ['a', 'cem', 'there'],
        ['b', 'dag', 'there'],
        ['b', 'eva', 'there'],
      ],
    ],
    [
      'all people are, and most tickets have no assignee',
      true,
      [
        ['a', null, 'there'],
        ['a', 'ann', 'assignee'],
        ['b', null, 'there'],
        ['b', 'ben', 'assignee'],
        ['c', null, 'there'],
        ['d', null, 'there'],
        [null, null, 'there'],
      ],
    ],
    [
      'all people are, each in several teams',
      true,
      [
        ['a', 'ann', 'assignee'],
        ['b', 'ann', 'assignee'],
        ['c', 'ann', 'assignee'],
        ['a', 'ben', 'assignee'],
        ['b', 'ben', 'assignee'],
        ['c', 'ben', 'assignee'],
      ],
    ],
    [
      'all teams are, with many agents each',
      true,
      [
        ['a', 'ann', 'team'],
        ['a', 'ben', 'team'],
        ['a', 'cem', 'team'],
        ['b', 'dag', 'team'],
        ['b', 'eva', 'team'],
        [null, 'fay', 'there'],
        [null, 'gil', 'there'],
        [null, 'hal', 'there'],
        [null, 'ida', 'there'],
        [null, 'jan', 'there'],
        [null, 'kim', 'there'],
      ],
    ],
    [
      'the only team is, with agents of whom each has nobody to work with',
      true,
      [
        ['a', 'ann', 'team'],
        ['a', 'ben', 'team'],
      ],
    ],
    [
      'one team of three is',
      false,
      [
        ['a', 'ann', 'team'],
        ['b', 'ben', 'there'],
        ['c', 'cem', 'there'],
      ],
    ],
  ])('when %s: %s', (_, much, rows, others = {}) => {
    expect(
      isMuchMissing(seen(rows), { teams: [], people: [], ...others }),
    ).toBe(much);
  });
});

it('takes a day instead of an hour where much is missing', () => {
  expect(goneAfter(false)).toBe(HOUR);
  expect(goneAfter(true)).toBe(24 * HOUR);
});
