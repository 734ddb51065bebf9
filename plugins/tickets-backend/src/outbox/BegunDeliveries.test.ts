import { BegunDeliveries } from './BegunDeliveries';

describe('deliveries that came to no end', () => {
  it('are known until they reached everybody', () => {
    const begun = new BegunDeliveries();
    begun.of('a').add('jane');
    expect(begun.of('a')).toEqual(new Set(['jane']));
    begun.end('a');
    expect(begun.of('a')).toEqual(new Set());
  });

  it('are forgotten when there are very many', () => {
    const begun = new BegunDeliveries();
    for (let delivery = 0; delivery <= 500; delivery += 1) {
      begun.of(String(delivery)).add('jane');
    }
    expect(begun.of('500').size).toBe(1);
    expect(begun.of('0').size).toBe(0);
  });
});
