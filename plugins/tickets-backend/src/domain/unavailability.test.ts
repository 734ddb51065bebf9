import {
  type Holding,
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
  it.each<[string, boolean, Parameters<typeof seen>[0]]>([
    ['nothing is held', false, []],
    ['one of one person is', false, [['a', 'ann', 'assignee']]],
    ['one of one team is', false, [['a', null, 'team']]],
    [
      'one person of one is, in several teams',
      false,
      [
        ['a', 'ann', 'assignee'],
        ['b', 'ann', 'assignee'],
      ],
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
  ])('when %s: %s', (_, much, rows) => {
    expect(isMuchMissing(seen(rows))).toBe(much);
  });
});

it('takes a day instead of an hour where much is missing', () => {
  expect(goneAfter(false)).toBe(HOUR);
  expect(goneAfter(true)).toBe(24 * HOUR);
});
