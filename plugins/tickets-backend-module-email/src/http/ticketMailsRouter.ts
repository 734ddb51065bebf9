import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { Ticket, TicketsApi } from '@portaldesk/plugin-tickets-common';
import type { TicketsService } from '@portaldesk/plugin-tickets-node';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { IncomingStore } from '../incoming/store/IncomingStore';
import { withoutTokens } from '../tokens/withoutTokens';
import type { MailStore } from '../store/MailStore';

interface TicketMailsOptions {
  readonly tickets: TicketsService;
  readonly httpAuth: HttpAuthService;
  readonly mails: Pick<MailStore, 'ofTicket'>;
  readonly incoming: Pick<IncomingStore, 'ofTicket' | 'originalOfTicket'>;
}

const ID_LENGTH = 32;
const ID = new RegExp(`^[0-9a-f]{${ID_LENGTH}}$`);

/** The numbers of the database would tell how many mails come elsewhere. */
function outsideId(fingerprint: string): string {
  return fingerprint.slice(0, ID_LENGTH);
}

/** How many pages of a ticket's history are looked through, at most. */
const MAX_PAGES = 50;

/** Whether anything was removed from a ticket's messages, or may have been. */
async function isRedacted(
  desk: Pick<TicketsApi, 'listEvents'>,
  ticketId: string,
): Promise<boolean> {
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { items, nextCursor } = await desk.listEvents(ticketId, {
      limit: 100,
      ...(cursor !== undefined && { cursor }),
    });
    if (items.some(({ detail }) => detail.type === 'message-redacted')) {
      return true;
    }
    if (nextCursor === undefined) {
      return false;
    }
    cursor = nextCursor;
  }
  return true;
}

/**
 * What mails went about a ticket and what became of them, and which came, as
 * they came: for those who see the ticket from inside.
 */
export function createTicketMailsRouter({
  tickets,
  httpAuth,
  mails,
  incoming,
}: TicketMailsOptions): Router {
  const router = PromiseRouter();

  async function deskFor(request: Request): Promise<TicketsApi> {
    return tickets.as(await httpAuth.credentials(request, { allow: ['user'] }));
  }

  async function ticketOf(request: Request, desk: TicketsApi): Promise<Ticket> {
    const ticket = await desk
      .getTicket(request.params.ticket)
      .catch((error: unknown) => {
        throw (error as { statusCode?: number }).statusCode === 404
          ? new NotFoundError('There is no such ticket')
          : error;
      });
    // what only those see who see it from inside
    if (ticket.status === undefined) {
      throw new NotAllowedError('Only agents of the ticket see its mails');
    }
    return ticket;
  }

  router.get('/:ticket', async (request, response) => {
    const { id } = await ticketOf(request, await deskFor(request));
    const [sent, received] = await Promise.all([
      mails.ofTicket(id),
      incoming.ofTicket(id),
    ]);
    response.set('Cache-Control', 'no-store').json({
      sent: sent.count,
      lastSentAt: sent.last?.toISOString() ?? null,
      mails: sent.newest.map(({ at, ...mail }) => ({
        ...mail,
        at: at.toISOString(),
      })),
      incoming: received.map(mail => ({
        id: outsideId(mail.fingerprint),
        sender: mail.sender,
        size: mail.size,
        authentication: mail.authentication,
        receivedAt: mail.receivedAt.toISOString(),
      })),
    });
  });

  router.get('/:ticket/originals/:mail', async (request, response) => {
    const desk = await deskFor(request);
    const { id } = await ticketOf(request, desk);
    const { mail } = request.params;
    const original = ID.test(mail)
      ? await incoming.originalOfTicket(id, mail)
      : undefined;
    // a mail may still say what was removed from a message
    if (!original || (await isRedacted(desk, id))) {
      throw new NotFoundError('There is no such mail, or it is kept no longer');
    }
    response
      .set('Cache-Control', 'no-store')
      .set('Content-Type', 'application/octet-stream')
      .set('Content-Disposition', `attachment; filename="mail-${mail}.eml"`)
      .set('X-Content-Type-Options', 'nosniff')
      // agents do not learn how to answer as another person
      .send(Buffer.from(withoutTokens(original.toString('latin1')), 'latin1'));
  });

  return router;
}
