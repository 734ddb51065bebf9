import type { DeskStore } from '../store/DeskStore';
import type { DeskContext } from './context';

/**
 * Lets others forget what they keep of a ticket, as part of the transaction in
 * which it is removed here.
 *
 * @param origins - numbers of the tickets from which what is removed was split
 *   off: what came for these may say it, too
 */
export async function forgetElsewhere(
  { forget }: Pick<DeskContext, 'forget'>,
  store: DeskStore,
  ticketId: string,
  origins: readonly string[],
): Promise<void> {
  if (forget) {
    const from = await store.tickets.findByKeys(origins);
    const ids = new Set<string>();
    for (const id of [ticketId, ...[...from.values()].map(it => it.id)]) {
      const merged = await store.tickets.idsMergedInto(id);
      [...merged, id].forEach(each => ids.add(each));
    }
    await store.beside(tx => forget([...ids], tx));
  }
}
