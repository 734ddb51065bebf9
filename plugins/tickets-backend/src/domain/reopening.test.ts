import { needsFollowUp } from './reopening';
import { Statuses } from './statuses';

const statuses = new Statuses([
  { id: 'open', title: 'Open', type: 'open', portalStatus: 'in-progress' },
  { id: 'solved', title: 'Solved', type: 'solved', portalStatus: 'closed' },
  { id: 'closed', title: 'Closed', type: 'closed', portalStatus: 'closed' },
]);
const endedAt = new Date('2026-03-01T00:00:00Z');
const HOUR = 3_600_000;

it.each<[string, string, number | undefined, number, boolean]>([
  ['at the very end of the time', 'closed', HOUR, HOUR, false],
  ['after it', 'closed', HOUR, HOUR + 1, true],
  ['where it never ends', 'closed', undefined, 1000 * HOUR, false],
  ['where there is none', 'closed', 0, 1, true],
  ['though only solved', 'solved', HOUR, 1000 * HOUR, false],
])('is needed %s: %s, within %s, after %s ms: %s', (...row) => {
  const [, status, reopenWithin, elapsed, needed] = row;
  expect(
    needsFollowUp(
      { statuses, reopenWithin },
      { status, endedAt },
      new Date(endedAt.getTime() + elapsed),
    ),
  ).toBe(needed);
});

it('is not needed for a ticket that has not ended', () => {
  expect(
    needsFollowUp(
      { statuses, reopenWithin: 0 },
      { status: 'open', endedAt: null },
      endedAt,
    ),
  ).toBe(false);
});
