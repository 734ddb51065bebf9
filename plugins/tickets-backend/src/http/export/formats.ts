import {
  type ExportTicketsQuery,
  type Ticket,
  ticketColumnSchema,
} from '@portaldesk/plugin-tickets-common';
import { csvHead, csvRows } from './csv';

type Batches = AsyncIterable<readonly Ticket[]>;

/** A file format of exports. */
interface ExportFormat {
  readonly mediaType: string;
  /**
   * The text, piece by piece; it ends properly only when it is complete.
   *
   * @param timeZone - of dates in formats for people
   */
  write(
    batches: Batches,
    query: ExportTicketsQuery,
    timeZone: string,
  ): AsyncIterable<string>;
}

const jsonLine = (ticket: Ticket) => `\n${JSON.stringify(ticket)}`;

export const exportFormats: Readonly<
  Record<ExportTicketsQuery['format'], ExportFormat>
> = {
  csv: {
    mediaType: 'text/csv; charset=utf-8; header=present',
    async *write(batches, { columns, separator = 'comma' }, timeZone) {
      const shape = {
        columns: columns ?? ticketColumnSchema.options,
        separator,
        timeZone,
      };
      yield csvHead(shape);
      for await (const tickets of batches) {
        yield csvRows(shape, tickets);
      }
    },
  },

  json: {
    mediaType: 'application/json; charset=utf-8',
    async *write(batches) {
      let before = '[';
      for await (const tickets of batches) {
        yield before + tickets.map(jsonLine).join(',');
        before = ',';
      }
      yield before === '[' ? '[]\n' : '\n]\n';
    },
  },

  ndjson: {
    mediaType: 'application/x-ndjson; charset=utf-8',
    async *write(batches) {
      for await (const tickets of batches) {
        yield tickets.map(ticket => `${JSON.stringify(ticket)}\n`).join('');
      }
    },
  },
};
