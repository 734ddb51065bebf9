import { IdempotencyKeys } from './IdempotencyKeys';

describe('idempotency keys', () => {
  it('are the same for a request that is sent again', () => {
    const keys = new IdempotencyKeys();
    const first = keys.keyOf({ body: 'Hello' });
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(keys.keyOf({ body: 'Hello' })).toBe(first);
  });

  it('are others for another request, and after the first had its effect', () => {
    const keys = new IdempotencyKeys();
    const first = keys.keyOf({ body: 'Hello' });
    expect(keys.keyOf({ body: 'Hello!' })).not.toBe(first);
    const second = keys.keyOf({ body: 'Hello' });
    keys.forget();
    expect(keys.keyOf({ body: 'Hello' })).not.toBe(second);
  });
});
