import { mockServices } from '@backstage/backend-test-utils';
import { ThrottledLogger } from './ThrottledLogger';

describe('the throttled logger', () => {
  const begin = new Date('2026-05-05T08:00:00Z').getTime();

  function start() {
    const logger = mockServices.logger.mock();
    let seconds = 0;
    const throttledLogger = new ThrottledLogger(
      logger,
      () => new Date(begin + seconds * 1_000),
    );
    return {
      logger,
      throttledLogger,
      at: (later: number) => (seconds = later),
    };
  }

  it('of one sort are told once a minute, with how many there were', () => {
    const { logger, throttledLogger, at } = start();
    const cause = new Error('full');
    for (const second of [0, 1, 59, 60, 61, 200]) {
      at(second);
      throttledLogger.warn('storage', `It is ${second}`, cause);
    }
    expect(logger.warn.mock.calls).toEqual([
      ['It is 0', cause],
      ['It is 60 (and 2 more since the last time)', cause],
      ['It is 200 (and 1 more since the last time)', cause],
    ]);
  });

  it('of different sorts are told each', () => {
    const { logger, throttledLogger } = start();
    throttledLogger.info('deferred', 'One is late');
    throttledLogger.warn('parked', 'One is parked');
    throttledLogger.error('lost', 'One is lost', 'gone');
    throttledLogger.info('deferred', 'Another is late');
    expect(logger.info.mock.calls).toEqual([['One is late']]);
    expect(logger.warn.mock.calls).toEqual([['One is parked']]);
    expect(logger.error.mock.calls).toEqual([
      ['One is lost', new Error('gone')],
    ]);
  });

  it('are told when the clock was set back', () => {
    const { logger, throttledLogger, at } = start();
    throttledLogger.warn('storage', 'Full');
    at(-3_600);
    throttledLogger.warn('storage', 'Full');
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });
});
