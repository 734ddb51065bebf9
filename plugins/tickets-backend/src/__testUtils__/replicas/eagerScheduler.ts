import {
  type SchedulerService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';

/** Milliseconds. */
const PAUSE = 100;

/**
 * A scheduler that does every task again and again, whether other replicas do
 * it at the same time or not: what holds by it holds by any.
 */
export const eagerScheduler = createServiceFactory({
  service: coreServices.scheduler,
  deps: {},
  factory: (): SchedulerService => ({
    async scheduleTask({ fn }) {
      const { signal } = new AbortController();
      const again = async () => {
        await fn(signal);
        setTimeout(again, PAUSE);
      };
      setTimeout(again, PAUSE);
    },
    createScheduledTaskRunner: () => {
      throw new Error('the desk runs no tasks by a runner');
    },
    getScheduledTasks: async () => [],
    triggerTask: async () => {},
    cancelTask: async () => {},
  }),
});
