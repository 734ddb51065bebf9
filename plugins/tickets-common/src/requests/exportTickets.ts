import { z } from 'zod';
import { ticketColumnSchema } from '../vocabulary';
import { failing } from '../vocabulary/failing';
import { listTicketsQuerySchema } from './listTickets';
import { several } from './query';
import { ticketFilterSchema } from './ticketFilter';
import { timeZoneSchema } from './timeZone';

const { sort, order } = listTicketsQuerySchema.shape;

/**
 * Query of `GET /export`: the filters and sort keys of the list. The default
 * order is the only one in which no ticket moves while the export runs.
 * @public
 */
export const exportTicketsQuerySchema = ticketFilterSchema
  .extend({
    /**
     * `csv`: a table for spreadsheets. `json`: an array of tickets. `ndjson`:
     * a ticket in each line.
     */
    format: z.enum(['csv', 'json', 'ndjson']).default('csv'),
    sort: sort.unwrap().default('createdAt'),
    order: order.unwrap().default('asc'),
    /** CSV only: the columns, in this order. Default: all */
    columns: several(ticketColumnSchema),
    /**
     * CSV only. Default: `comma`. Spreadsheets take a file for a table without
     * asking when the separator is that of their country.
     */
    separator: z.enum(['comma', 'semicolon']).optional(),
    /**
     * CSV only: the IANA time zone of its dates, which are written with their
     * offset. Default: that of the desk
     */
    timeZone: timeZoneSchema.optional(),
  })
  .superRefine(({ format, columns, separator, timeZone }, context) => {
    const forTables = { columns, separator, timeZone };
    for (const [name, value] of Object.entries(forTables)) {
      if (format !== 'csv' && value !== undefined) {
        context.addIssue({
          code: 'custom',
          path: [name],
          ...failing('can only be used with format=csv', 'only-with', {
            field: 'format',
            value: 'csv',
          }),
        });
      }
    }
  });

/** {@inheritDoc exportTicketsQuerySchema} @public */
export interface ExportTicketsQuery extends z.infer<
  typeof exportTicketsQuerySchema
> {}
