import {
  type WithdrawalDecision,
  type ReadAccess,
  decideWithdrawal,
} from './withdrawal';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const now = new Date('2026-05-05T08:00:00.000Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);

describe('what becomes of a notification', () => {
  it.each<[ReadAccess, number | null, number, WithdrawalDecision]>([
    ['reader', null, 0, 'stays'],
    ['reader', null, 366 * DAY, 'stays'],
    ['reader', null, 367 * DAY, 'forgotten'],
    ['reader', HOUR, DAY, 'cleared'],
    ['stranger', null, DAY, 'doubtful'],
    ['stranger', 0, DAY, 'stays'],
    ['stranger', 23 * HOUR, 2 * DAY, 'stays'],
    ['stranger', 24 * HOUR, 2 * DAY, 'taken-back'],
    ['stranger', 24 * HOUR, 367 * DAY, 'forgotten'],
    ['unknown', null, DAY, 'stays'],
    ['unknown', 24 * HOUR, 2 * DAY, 'stays'],
    ['gone', null, 0, 'taken-back'],
    ['gone', null, 367 * DAY, 'forgotten'],
  ])(
    'to a %s, who is so since %p ms and was told %p ms ago: it is %s',
    (standing, lost, notified, fate) => {
      const lostSince = lost === null ? null : ago(lost);
      expect(
        decideWithdrawal(
          { notifiedAt: ago(notified), lostSince },
          standing,
          now,
        ),
      ).toBe(fate);
    },
  );
});
