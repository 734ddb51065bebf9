import { z } from 'zod';
import type { SearchPosition } from '../../store/search/SearchRequest';
import { unusableCursor } from '../cursors';
import type { OpaqueIds } from '../opaque/OpaqueIds';

/** So many of the tickets that the typed number means were shown. */
export interface NumberedPosition {
  readonly numbered: number;
}

const number = z.number().int().min(0);

const cursorSchema = z.union([
  z.tuple([number]).transform(([numbered]): NumberedPosition => ({ numbered })),
  z
    .tuple([number, number])
    .transform(([newest, last]): SearchPosition => ({ newest, last })),
]);

export function writeSearchCursor(
  ids: OpaqueIds,
  position: SearchPosition | NumberedPosition,
): string {
  return ids.cursorOf(
    'search',
    'numbered' in position
      ? [position.numbered]
      : [position.newest, position.last],
  );
}

/** @throws InvalidRequestError at `query.cursor` */
export function readSearchCursor(
  ids: OpaqueIds,
  cursor: string,
): SearchPosition | NumberedPosition {
  const parsed = cursorSchema.safeParse(ids.positionOf('search', cursor));
  if (!parsed.success) {
    throw unusableCursor();
  }
  return parsed.data;
}
