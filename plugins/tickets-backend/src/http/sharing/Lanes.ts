import { FairQueue, type FairQueueBounds } from './FairQueue';

/**
 * The kinds of expensive work:
 * - `reading`: queries over very many tickets, and the batches of exports;
 * - `reports`: queries over all tickets;
 * - `writing`: filing, replying and the like, with their notifications;
 * - `uploads`: receiving bytes as fast as they are sent.
 */
export type LaneName = 'reading' | 'reports' | 'writing' | 'uploads';

/** A queue for each kind of expensive work. Everything else has no queue. */
export type Lanes = Readonly<Record<LaneName, FairQueue>>;

/**
 * Limits for a database with this many connections. Together the lanes leave
 * some connections to cheap work, and one person gets only a part of each lane.
 */
export function laneBounds(
  connections: number,
): Record<LaneName, FairQueueBounds> {
  const part = (share: number) => Math.max(1, Math.floor(connections * share));
  const bounds = (
    atOnce: number,
    perPerson: number,
    waitingPerPerson: number,
  ) => ({
    atOnce,
    perPerson: Math.min(atOnce, perPerson),
    waitingPerPerson,
    waiting: 300,
  });
  return {
    reading: bounds(part(0.3), 2, 30),
    reports: bounds(Math.min(2, part(0.2)), 2, 10),
    writing: bounds(part(0.4), 2, 60),
    uploads: bounds(20, 3, 20),
  };
}

export function createLanes(connections: number): Lanes {
  const { reading, reports, writing, uploads } = laneBounds(connections);
  return {
    reading: new FairQueue(reading),
    reports: new FairQueue(reports),
    writing: new FairQueue(writing),
    uploads: new FairQueue(uploads),
  };
}
