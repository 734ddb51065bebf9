import {
  exportTicketsQuerySchema,
  ticketSchema,
} from '@portaldesk/plugin-tickets-common';
import { contentDisposition } from './contentDisposition';
import { rawEndpoint } from './endpoint';
import { exportFormats } from './export/formats';
import { sendText } from './export/sendText';
import { timeIn } from './export/timeIn';
import { parse } from './parse';
import { batchesInTurn, enterGate } from './sharing/takeTurn';

/** All tickets of a list in one file. */
export const exportRoutes = [
  rawEndpoint(
    {
      method: 'get',
      path: '/export',
      operationId: 'exportTickets',
      summary:
        'All tickets that match and that the caller may see, in one file',
      description:
        'The same tickets as in the list, each as it is there. What the caller may see is decided when the export begins. An answer that could not be finished is cut off; a JSON array is whole when it is closed. In CSV, columns that only agents of a ticket may see are empty for others, and a cell that a spreadsheet would take for a formula begins with an apostrophe; dates are by the clocks of `timeZone`, with their offset from UTC. What the filter names that the desk does not know is no error, and a file has no place to say it: the list and the counts of the same filter do, as `warnings`.',
      tag: 'Tickets',
      query: exportTicketsQuerySchema,
      answer: {
        status: 200,
        description: 'The tickets.',
        content: {
          'text/csv': undefined,
          'application/json': ticketSchema.array(),
          'application/x-ndjson': undefined,
        },
        headers: ['Content-Disposition'],
      },
    },
    async ({ desk, exports, gate, lanes, callerOf }, request, response) => {
      const caller = await callerOf(request);
      const leave = await enterGate(gate, caller.ref, response);
      // its batches have a lane of their own
      leave();
      const query = parse(exportTicketsQuerySchema, request.query, ['query']);
      const {
        format,
        columns: _columns,
        separator: _separator,
        timeZone: chosenZone,
        ...list
      } = query;
      const { mediaType, write } = exportFormats[format];
      await exports.run(caller.ref, response, async () => {
        const exported = await lanes.reading.run(
          { person: caller.ref, continued: true },
          () => desk.exportTickets(caller, list),
        );
        const { startedAt, batches, timeZone: deskZone } = exported;
        const timeZone = chosenZone ?? deskZone;
        response.setHeader('Content-Type', mediaType);
        response.set({
          'Content-Disposition': contentDisposition(
            'attachment',
            `tickets-${fileTime(startedAt, format === 'csv' ? timeZone : 'UTC')}.${format}`,
          ),
          'X-Content-Type-Options': 'nosniff',
        });
        if (request.method === 'HEAD') {
          response.end();
        } else {
          await sendText(
            write(
              batchesInTurn(lanes.reading, caller.ref, batches),
              query,
              timeZone,
            ),
            response,
          );
        }
      });
    },
  ),
];

/** By the clocks of a time zone, as file names can have it: `2026-11-24T0730`. */
function fileTime(at: Date, timeZone: string): string {
  return timeIn(timeZone, at.toISOString()).slice(0, 16).replace(':', '');
}
