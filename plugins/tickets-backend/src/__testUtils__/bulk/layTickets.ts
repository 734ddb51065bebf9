import { BulkWorld } from './BulkWorld';
import { BulkWriter } from './BulkWriter';
import { Chance } from './Chance';
import type { RowSink } from './RowSink';
import { fileBulkTicket } from './fileBulkTicket';
import { type OutlineOptions, outlines } from './outlines';
import { recordBreaches } from './recordBreaches';
import { tellLife } from './tellLife';

export interface BulkOptions extends OutlineOptions {
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
 * @param progress - is told how many tickets are laid
 */
export async function layTickets(
  sink: RowSink,
  options: BulkOptions,
  progress: (tickets: number) => void = () => {},
): Promise<void> {
  const world = new BulkWorld();
  const chance = new Chance(options.seed);
  const writer = new BulkWriter(world);
  let laid = 0;
  for (const outline of outlines(options, chance)) {
    const filed = fileBulkTicket(world, outline, chance);
    tellLife(world, filed.life, outline, chance, options.end);
    const deadlines = recordBreaches(world, filed.life, options.end);
    writer.add(chance.uuid(), filed, deadlines);
    laid += 1;
    if (writer.waiting >= (options.batch ?? 50_000)) {
      await writer.flush(sink);
      progress(laid);
    }
  }
  writer.end();
  await writer.flush(sink);
  await sink.finish();
}
