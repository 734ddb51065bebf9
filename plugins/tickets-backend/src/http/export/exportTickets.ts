import { exportTicketsQuerySchema } from '@portaldesk/plugin-tickets-common';
import { contentDisposition } from '../contentDisposition';
import type { Handler } from '../implement';
import { parse } from '../parse';
import { batchesInTurn, enterGate } from '../sharing/takeTurn';
import { exportFormats } from './formats';
import { sendText } from './sendText';
import { timeIn } from './timeIn';

/** Sends all tickets of a list in one file, batch by batch. */
export const exportTickets: Handler = async (
  { desk, exports, gate, lanes, callerOf },
  request,
  response,
) => {
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
          batchesInTurn(gate, lanes.reading, caller.ref, batches),
          query,
          timeZone,
        ),
        response,
      );
    }
  });
};

/**
 * In a time zone, in characters that file names can have: `2026-11-24T0730`.
 */
function fileTime(at: Date, timeZone: string): string {
  return timeIn(timeZone, at.toISOString()).slice(0, 16).replace(':', '');
}
