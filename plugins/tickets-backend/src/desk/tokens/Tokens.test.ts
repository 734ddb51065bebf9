import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { DeskStore } from '../../store/DeskStore';
import { Tokens } from './Tokens';
import { hashOf } from './secrets';

const ANN = 'anonymous-reporter:default/ann';
const BOB = 'anonymous-reporter:default/bob';
const HOUR = 60 * 60_000;

const databases = testDatabases();

describe.each(databases.ids)('tokens on %s', id => {
  let knex: Knex;
  let now: Date;
  const success = jest.fn(async () => {});
  const auditor = mockServices.auditor.mock();

  beforeEach(async () => {
    knex = await databases.init(id);
    now = new Date('2026-05-05T08:00:00Z');
    await knex('ticket_tokens').delete();
    auditor.createEvent.mockClear();
    auditor.createEvent.mockResolvedValue({ success, fail: jest.fn() });
  });

  const tokens = () =>
    new Tokens({
      store: new DeskStore(knex),
      clock: () => now,
      auditor,
      logger: mockServices.logger.mock(),
    });

  it('open what they were made for, and nothing else', async () => {
    const secret = await tokens().issue('inbox-session', ANN);
    expect(await tokens().subjectOf('inbox-session', secret)).toBe(ANN);
    expect(await tokens().subjectOf('inbox', secret)).toBeUndefined();
    expect(await tokens().subjectOf('inbox-session', `${secret}a`)).toBe(
      undefined,
    );
    expect(await tokens().subjectOf('inbox-session', '')).toBeUndefined();
  });

  it('end by themselves, and when they are revoked', async () => {
    const session = await tokens().issue('inbox-session', ANN);
    const inbox = await tokens().issue('inbox', ANN, 'words');
    const other = await tokens().issue('inbox', BOB, 'other words');
    now = new Date(now.getTime() + HOUR - 1);
    expect(await tokens().subjectOf('inbox-session', session)).toBe(ANN);
    now = new Date(now.getTime() + 1);
    expect(await tokens().subjectOf('inbox-session', session)).toBeUndefined();
    now = new Date(now.getTime() + 1_000 * HOUR);
    expect(await tokens().subjectOf('inbox', inbox)).toBe(ANN);
    await tokens().revoke({ subject: ANN });
    expect(await tokens().subjectOf('inbox', inbox)).toBeUndefined();
    expect(await tokens().subjectOf('inbox', other)).toBe(BOB);
  });

  it('are nowhere in the database nor in the audit', async () => {
    const secret = await tokens().issue('inbox', ANN);
    const session = await tokens().issue('inbox-session', ANN);
    await tokens().revoke({ subject: ANN });
    const rows = JSON.stringify(await knex('ticket_tokens'));
    expect(rows).toContain(hashOf(secret));
    const { calls } = auditor.createEvent.mock;
    const audited = JSON.stringify(calls);
    expect(calls.map(([{ eventId }]) => eventId)).toEqual([
      'token-issue',
      'token-revoke',
    ]);
    for (const kept of [rows, audited]) {
      expect(kept).not.toContain(secret);
      expect(kept).not.toContain(session);
    }
    expect(audited).not.toContain(hashOf(secret));
  });

  it('are forgotten once they ended', async () => {
    const { tokens: kept } = new DeskStore(knex);
    await tokens().issue('inbox', ANN, 'words');
    await tokens().issue('inbox-session', ANN);
    await tokens().issue('inbox', BOB, 'other words');
    await tokens().revoke({ subject: BOB });
    expect(await kept.forgetEnded(now)).toBe(1);
    expect(await kept.forgetEnded(new Date(now.getTime() + HOUR))).toBe(1);
    expect(await tokens().subjectOf('inbox', 'words')).toBe(ANN);
  });
});
