import fc from 'fast-check';
import { Allowances } from './Allowances';
import { WrongWords } from './WrongWords';
import { networkOf, placeOf } from './placeOf';

const SECOND = 1_000;

describe('allowances', () => {
  it('let a burst through, and then one after each pause', () => {
    let now = 0;
    const allowances = new Allowances({ burst: 3, refill: 10_000 }, () => now);
    const take = (key = 'a') => allowances.take(key);
    expect([take(), take(), take(), take()]).toEqual([0, 0, 0, 10]);
    expect(take('b')).toBe(0);
    now = 4_000;
    expect(take()).toBe(6);
    now = 10_000;
    expect([take(), take()]).toEqual([0, 10]);
    now = 1_000_000;
    expect([take(), take(), take(), take()]).toEqual([0, 0, 0, 10]);
  });

  it('never let more through than they say, whenever somebody comes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { maxLength: 100 }), pauses => {
        let now = 0;
        const bounds = { burst: 4, refill: 1_000 };
        const allowances = new Allowances(bounds, () => now);
        let passed = 0;
        for (const pause of pauses) {
          now += pause;
          passed += allowances.take('a') === 0 ? 1 : 0;
        }
        expect(passed).toBeLessThanOrEqual(4 + now / 1_000);
      }),
    );
  });

  it('remember no more than they can bear', () => {
    const allowances = new Allowances({ burst: 1, refill: 1_000 }, () => 0);
    for (let key = 0; key < 20_000; key += 1) {
      allowances.take(String(key));
    }
    expect(allowances.size).toBe(10_000);
    expect(allowances.take('19999')).toBe(1);
  });
});

describe('wrong words', () => {
  it('are waited for longer and longer, up to five minutes, and then forgotten', () => {
    let now = 0;
    const wrong = new WrongWords(3, () => now);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 16; attempt += 1) {
      waits.push(wrong.waitFor('a'));
      now += waits[attempt] * SECOND;
      expect(wrong.waitFor('a')).toBe(0);
      wrong.note('a');
    }
    expect(waits).toEqual([
      0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300,
    ]);
    expect(wrong.waitFor('b')).toBe(0);
    now += 15 * 60 * SECOND;
    expect(wrong.waitFor('a')).toBe(0);
    wrong.note('a');
    expect(wrong.waitFor('a')).toBe(0);
  });

  it('are remembered no more than can be borne', () => {
    const wrong = new WrongWords(3, () => 0);
    for (let sort = 0; sort < 20_000; sort += 1) {
      wrong.note(String(sort));
    }
    expect(wrong.size).toBe(10_000);
  });
});

describe('the place of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113'],
    ['::ffff:203.0.113.7', '203.0.113'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1'],
    ['2001:0db8:0001::6', '2001:db8:1'],
    ['2001:db8::1', '2001:db8:0'],
    ['::1', '0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0'],
    ['', ''],
    ['nonsense', ''],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('tells networks apart without naming them', () => {
    const place = placeOf('203.0.113.7');
    expect(placeOf('203.0.113.200')).toBe(place);
    expect(placeOf('203.0.114.7')).not.toBe(place);
    expect(place).not.toContain('203');
  });
});
