import { FairQueue, type FairQueueBounds } from './FairQueue';

/**
 * What is dear, by what it takes:
 * - `reading`: looking through very many tickets, and the batches of exports;
 * - `reports`: looking through all of them;
 * - `writing`: filing, replying and the like, with who is told of it;
 * - `uploads`: bytes that come in as fast as they are sent.
 */
export type LaneName = 'reading' | 'reports' | 'writing' | 'uploads';

/** A queue for each sort of dear work. All else has no queue. */
export type Lanes = Readonly<Record<LaneName, FairQueue>>;

/**
 * Bounds for a database with so many connections. Together they leave some of
 * these to what is cheap, and one person has no more than a part of any.
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
