import { ResponseError } from '@backstage/errors';
import type { TicketEvent } from '@portaldesk/plugin-tickets-common';

/** What the desk's client throws when the desk refuses. */
export function refusal(
  statusCode: number,
  error: {
    name: string;
    message: string;
    code?: string;
    changes?: TicketEvent[];
    issues?: {
      path: string | (string | number)[];
      message: string;
      code?: string;
      params?: Record<string, string | number>;
    }[];
  },
) {
  return ResponseError.fromResponse(
    new Response(JSON.stringify({ error, response: { statusCode } }), {
      status: statusCode,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}
