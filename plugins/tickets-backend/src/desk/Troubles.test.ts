import { mockServices } from '@backstage/backend-test-utils';
import { Troubles } from './Troubles';

describe('troubles', () => {
  const begin = new Date('2026-05-05T08:00:00Z').getTime();

  function start() {
    const logger = mockServices.logger.mock();
    let seconds = 0;
    const troubles = new Troubles(
      logger,
      () => new Date(begin + seconds * 1_000),
    );
    return { logger, troubles, at: (later: number) => (seconds = later) };
  }

  it('of one sort are told once a minute, with how many there were', () => {
    const { logger, troubles, at } = start();
    const cause = new Error('full');
    for (const second of [0, 1, 59, 60, 61, 200]) {
      at(second);
      troubles.warn('storage', `It is ${second}`, cause);
    }
    expect(logger.warn.mock.calls).toEqual([
      ['It is 0', cause],
      ['It is 60 (and 2 more since the last time)', cause],
      ['It is 200 (and 1 more since the last time)', cause],
    ]);
  });

  it('of different sorts are told each', () => {
    const { logger, troubles } = start();
    troubles.info('deferred', 'One is late');
    troubles.warn('parked', 'One is parked');
    troubles.error('lost', 'One is lost', 'gone');
    troubles.info('deferred', 'Another is late');
    expect(logger.info.mock.calls).toEqual([['One is late']]);
    expect(logger.warn.mock.calls).toEqual([['One is parked']]);
    expect(logger.error.mock.calls).toEqual([
      ['One is lost', new Error('gone')],
    ]);
  });

  it('are told when the clock was set back', () => {
    const { logger, troubles, at } = start();
    troubles.warn('storage', 'Full');
    at(-3_600);
    troubles.warn('storage', 'Full');
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });
});
