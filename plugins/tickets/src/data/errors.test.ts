import { ResponseError } from '@backstage/errors';
import { refusal } from '../__testUtils__/stubDesk';
import { isMissing, isTransient, isWithdrawn } from './errors';
import { refetchInterval } from './refetchInterval';

const refused = (status: number, code?: string) =>
  refusal(status, { name: 'Error', message: 'No', code });

/** What the portal itself answers, for instance while the desk is starting. */
const ofThePortal = (status: number) =>
  ResponseError.fromResponse(new Response('', { status }));

describe('what kept the desk from answering', () => {
  it.each<[string, () => Promise<Error>, object]>([
    [
      'a dropped connection',
      async () => new TypeError('Failed to fetch'),
      { isTransient: true },
    ],
    ['trouble', () => refused(503, 'busy'), { isTransient: true }],
    ['a proxy', () => ofThePortal(502), { isTransient: true }],
    [
      'a portal that has not started the desk yet',
      () => ofThePortal(404),
      { isTransient: true },
    ],
    [
      'a ticket that is not there',
      () => refused(404, 'not-found'),
      { isMissing: true, isWithdrawn: true },
    ],
    ['missing access', () => refused(403, 'forbidden'), { isWithdrawn: true }],
    ['missing access to the portal', () => ofThePortal(403), { isWithdrawn: true }],
    ['a mistake', () => refused(400, 'invalid-request'), {}],
    ['too many requests', () => refused(429, 'too-many-requests'), {}],
  ])('is %s', async (_what, error, expected) => {
    const it = await error();
    expect({
      isTransient: isTransient(it),
      isMissing: isMissing(it),
      isWithdrawn: isWithdrawn(it),
    }).toEqual({
      isTransient: false,
      isMissing: false,
      isWithdrawn: false,
      ...expected,
    });
  });
});

describe('a screen', () => {
  const errorUpdatedAt = Date.now();
  const after = (error: Error) =>
    refetchInterval({ state: { error, errorUpdatedAt } });

  it('soon asks again a desk that has not started yet', async () => {
    expect(after(await ofThePortal(404))).toBe(10_000);
  });

  it('asks no more for a ticket that is not there', async () => {
    expect(after(await refused(404, 'not-found'))).toBe(false);
  });
});
