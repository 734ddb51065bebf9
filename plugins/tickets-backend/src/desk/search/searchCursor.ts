import { z } from 'zod';
import type { SearchPosition } from '../../store/search/SearchStore';
import { unusableCursor } from '../cursors';

const number = z.number().int().min(0);

export function writeSearchCursor({ newest, last }: SearchPosition): string {
  return Buffer.from(JSON.stringify([newest, last])).toString('base64url');
}

/** @throws InvalidRequestError at `query.cursor` */
export function readSearchCursor(cursor: string): SearchPosition {
  const parsed = z.tuple([number, number]).safeParse(jsonOf(cursor));
  if (!parsed.success) {
    throw unusableCursor();
  }
  const [newest, last] = parsed.data;
  return { newest, last };
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
