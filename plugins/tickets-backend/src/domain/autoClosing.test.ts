import { isIdle } from './autoClosing';

const DAY = 24 * 60 * 60_000;
const now = new Date('2026-05-20T08:00:00Z');
const rule = { from: ['solved', 'asked', 'done'], to: 'done', after: 14 * DAY };
const idle = {
  status: 'solved',
  activeAt: new Date('2026-05-06T08:00:00Z'),
  archivedAt: null,
};

describe('what is closed by itself', () => {
  it.each([
    ['a ticket that nothing happened to for long', {}, true],
    ['one in any of the statuses', { status: 'asked' }, true],
    ['not one in another status', { status: 'open' }, false],
    ['not one that is where it would go', { status: 'done' }, false],
    [
      'not one that was active a moment later',
      { activeAt: new Date(idle.activeAt.getTime() + 1) },
      false,
    ],
    ['not one in the archive', { archivedAt: now }, false],
  ])('%s', (_what, facts, expected) => {
    expect(isIdle(rule, { ...idle, ...facts }, now)).toBe(expected);
  });
});
