import { z } from 'zod';
import type { SearchPosition } from '../../store/search/SearchStore';
import { unusableCursor } from '../cursors';
import type { OpaqueIds } from '../opaque/OpaqueIds';

const number = z.number().int().min(0);

export function writeSearchCursor(
  ids: OpaqueIds,
  { newest, last }: SearchPosition,
): string {
  return ids.cursorOf('search', [newest, last]);
}

/** @throws InvalidRequestError at `query.cursor` */
export function readSearchCursor(
  ids: OpaqueIds,
  cursor: string,
): SearchPosition {
  const parsed = z
    .tuple([number, number])
    .safeParse(ids.positionOf('search', cursor));
  if (!parsed.success) {
    throw unusableCursor();
  }
  const [newest, last] = parsed.data;
  return { newest, last };
}
