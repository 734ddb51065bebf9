import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { OpaqueIds } from './OpaqueIds';

const ids = new OpaqueIds(Buffer.alloc(32, 1));
const others = new OpaqueIds(Buffer.alloc(32, 2));

const number = fc
  .bigInt({ min: 1n, max: 2n ** 63n - 1n })
  .map(count => String(count));
const kind = fc.constantFrom('message' as const, 'event' as const);
const list = fc.constantFrom('tickets', 'search');

describe('ids that leave the desk', () => {
  it('lead back to the row, and to no other one', () => {
    fc.assert(
      fc.property(kind, number, number, (of, one, other) => {
        const id = ids.idOf(of, one);
        expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
        expect(ids.numberOf(of, id)).toBe(one);
        expect(ids.idOf(of, one)).toBe(id);
        expect(ids.idOf(of, other) === id).toBe(one === other);
      }),
    );
  });

  it('are the same in all replicas, and others at other desks', () => {
    const replica = new OpaqueIds(Buffer.alloc(32, 1));
    expect(replica.idOf('message', '7')).toBe(ids.idOf('message', '7'));
    expect(others.idOf('message', '7')).not.toBe(ids.idOf('message', '7'));
    expect(others.numberOf('message', ids.idOf('message', '7'))).toBe(
      undefined,
    );
  });

  it('tell neither a number nor which one comes next', () => {
    const made = Array.from({ length: 200 }, (_, index) =>
      ids.idOf('event', String(index + 1)),
    );
    expect(new Set(made.map(id => id.slice(0, 4))).size).toBeGreaterThan(190);
    const inOrder = made.filter(
      (id, index) => index > 0 && id > made[index - 1],
    );
    expect(inOrder.length).toBeGreaterThan(60);
    expect(inOrder.length).toBeLessThan(140);
  });

  it('are of nothing when they are of another kind, forged, or older', () => {
    expect(ids.numberOf('event', ids.idOf('message', '7'))).toBeUndefined();
    for (const forged of ['', '7', '123456', 'x'.repeat(22), '$'.repeat(22)]) {
      expect(ids.numberOf('message', forged)).toBeUndefined();
    }
    for (let tries = 0; tries < 1000; tries++) {
      const forged = randomBytes(16).toString('base64url');
      expect(ids.numberOf('message', forged)).toBeUndefined();
    }
  });

  it('have one spelling', () => {
    const id = ids.idOf('message', '7');
    const last = Buffer.from(id, 'base64url');
    const spellings = [
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
    ]
      .map(letter => `${id.slice(0, -1)}${letter}`)
      .filter(other => Buffer.from(other, 'base64url').equals(last));
    expect(spellings.length).toBeGreaterThan(1);
    expect(
      spellings.filter(other => ids.numberOf('message', other) !== undefined),
    ).toEqual([id]);
  });
});

describe('cursors', () => {
  it('lead back to the position, in the list that they are of', () => {
    fc.assert(
      fc.property(list, fc.jsonValue(), (of, position) => {
        const cursor = ids.cursorOf(of, position);
        expect(ids.positionOf(of, cursor)).toEqual(
          JSON.parse(JSON.stringify(position)),
        );
        expect(ids.cursorOf(of, position)).toBe(cursor);
        const another = of === 'tickets' ? 'search' : 'tickets';
        expect(ids.positionOf(another, cursor)).toBeUndefined();
        expect(others.positionOf(of, cursor)).toBeUndefined();
      }),
    );
  });

  it('say nothing of the position', () => {
    const cursor = ids.cursorOf('search', [4711, 4712]);
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain(
      '471',
    );
  });

  it('are none when anything of them was changed', () => {
    const cursor = Buffer.from(
      ids.cursorOf('search', [4711, 4712]),
      'base64url',
    );
    for (let at = 0; at < cursor.length; at++) {
      const forged = Buffer.from(cursor);
      forged[at] += 1;
      expect(
        ids.positionOf('search', forged.toString('base64url')),
      ).toBeUndefined();
    }
    for (const forged of [
      '',
      'x',
      '7',
      'W10',
      Buffer.from('[1,2]').toString('base64url'),
      cursor.subarray(0, -1).toString('base64url'),
    ]) {
      expect(ids.positionOf('search', forged)).toBeUndefined();
    }
  });
});
