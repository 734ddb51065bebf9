import {
  type ListTicketsQuery,
  type TicketSort,
  lightSchema,
} from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import type { TicketPosition } from '../../domain/TicketPosition';
import { unusableCursor } from '../cursors';

type ListShape = Pick<ListTicketsQuery, 'sort' | 'order'>;

/** A database looks for it, and PostgreSQL takes no NUL. */
const text = z.string().regex(/^\P{Cc}*$/u);

const valueSchemas: Readonly<Record<TicketSort, z.ZodType<string | null>>> = {
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  number: text,
  subject: text,
  requester: text,
  team: text.nullable(),
  assignee: text.nullable(),
  priority: text,
  light: lightSchema,
};

/** A cursor is a position in a list that is sorted in the same way. */
export function writeTicketCursor(
  { sort, order }: ListShape,
  { way, value, id }: TicketPosition,
): string {
  const cursor = [sort, order, way, value, id];
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws InvalidRequestError at `query.cursor` */
export function readTicketCursor(
  { sort, order }: ListShape,
  cursor: string,
): TicketPosition {
  const parsed = z
    .tuple([
      z.literal(sort),
      z.literal(order),
      z.enum(['after', 'from', 'before', 'up-to']),
      valueSchemas[sort],
      z.uuid(),
    ])
    .safeParse(jsonOf(cursor));
  if (!parsed.success) {
    throw unusableCursor();
  }
  const [, , way, value, id] = parsed.data;
  return { way, value, id };
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
