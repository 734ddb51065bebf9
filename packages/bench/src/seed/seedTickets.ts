import { SeedWorld } from './SeedWorld';
import { RowWriter } from './RowWriter';
import { SeededRandom } from './SeededRandom';
import type { RowSink } from './RowSink';
import { fileTicket } from './fileTicket';
import { type OutlineOptions, outlines } from './outlines';
import { recordBreaches } from './recordBreaches';
import { simulateLifecycle } from './simulateLifecycle';

export interface SeedOptions extends OutlineOptions {
  readonly seed: number;
  /** How many rows are written at once, at least. Default: 50000 */
  readonly batch?: number;
}

/**
 * Writes tickets with their messages and history as the desk would have
 * written them, had people filed and handled them one after the other: the
 * rows are made by the desk's own rules, and messages and events of different
 * tickets stand among each other as time goes by.
 *
 * @param progress - is called with the number of tickets so far
 */
export async function seedTickets(
  sink: RowSink,
  options: SeedOptions,
  progress: (tickets: number) => void = () => {},
): Promise<void> {
  const world = new SeedWorld();
  const random = new SeededRandom(options.seed);
  const writer = new RowWriter(world);
  let seeded = 0;
  for (const outline of outlines(options, random)) {
    const filed = fileTicket(world, outline, random);
    simulateLifecycle(world, filed.lifecycle, outline, random, options.end);
    const deadlines = recordBreaches(world, filed.lifecycle, options.end);
    writer.add(random.uuid(), filed, deadlines);
    seeded += 1;
    if (writer.waiting >= (options.batch ?? 50_000)) {
      await writer.flush(sink);
      progress(seeded);
    }
  }
  writer.end();
  await writer.flush(sink);
  await sink.finish();
}
