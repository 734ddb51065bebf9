import { DateTime } from 'luxon';
import { intervalOf, periodQuery, readPeriod } from './reportPeriod';

const NOW = DateTime.fromISO('2026-03-31T23:30:00');
const read = (text: string) => readPeriod(new URLSearchParams(text), NOW);

describe('the period of a report', () => {
  it.each([
    ['', '90d', '2026-01-01', '2026-03-31'],
    ['period=30d', '30d', '2026-03-02', '2026-03-31'],
    ['period=12m', '12m', '2025-04-01', '2026-03-31'],
    [
      'period=custom&from=2026-02-01&to=2026-02-01',
      'custom',
      '2026-02-01',
      '2026-02-01',
    ],
  ])('of the address “%s” is %s: from %s to %s', (text, id, from, to) => {
    expect(read(text)).toEqual({ id, from, to });
  });

  it.each([
    'period=ever',
    'period=custom',
    'period=custom&from=2026-02-01',
    'period=custom&from=2026-02-30&to=2026-03-01',
    'period=custom&from=2026-03-01&to=2026-02-01',
    'period=custom&from=2016-03-01&to=2026-02-01',
    'period=custom&from=yesterday&to=today',
  ])('is the last 90 days where the address says “%s”', text => {
    expect(read(text).id).toBe('90d');
  });

  it('includes its last day', () => {
    const query = periodQuery(read('period=30d'), 'Europe/Berlin');
    expect(query).toEqual({
      from: '2026-03-02',
      to: '2026-04-01',
      timeZone: 'Europe/Berlin',
    });
  });

  it('is shown in parts that can be read', () => {
    expect(
      ['30d', '90d', '12m'].map(id => intervalOf(read(`period=${id}`))),
    ).toEqual(['day', 'week', 'month']);
  });
});
