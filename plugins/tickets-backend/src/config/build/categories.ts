import type { JsonObject } from '@backstage/types';
import { type NumberMask, parseMask } from '../../domain/numbering';
import type { Category } from '../DeskConfig';
import { DEFAULT_MASK, DEFAULT_TIME_ZONE } from '../defaults';
import type { TicketsConfig } from '../schema/ticketsConfig';

/** How the desk numbers tickets of categories that have no mask of their own. */
export function buildNumbering({ numbering }: TicketsConfig): NumberMask {
  return parseMask(
    numbering?.mask ?? DEFAULT_MASK,
    numbering?.timeZone ?? DEFAULT_TIME_ZONE,
  );
}

/** The categories; their numbers are made in the desk's time zone unless they name another. */
export function buildCategories(tickets: TicketsConfig): Category[] {
  const { timeZone } = buildNumbering(tickets);
  return tickets.categories.map(({ form, numbering, ...category }) => ({
    ...category,
    ...(form && {
      form: {
        // it was read from JSON
        schema: { type: 'object', ...form.schema } as JsonObject,
        hidden: form.hidden,
      },
    }),
    ...(numbering && {
      numbering: parseMask(numbering.mask, numbering.timeZone ?? timeZone),
    }),
  }));
}
