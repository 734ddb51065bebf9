import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
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

  async function ticketOf(request: Request): Promise<Ticket> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const ticket = await tickets
      .as(credentials)
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
    const { id } = await ticketOf(request);
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
        id: mail.id,
        sender: mail.sender,
        size: mail.size,
        authentication: mail.authentication,
        receivedAt: mail.receivedAt.toISOString(),
      })),
    });
  });

  router.get('/:ticket/originals/:mail', async (request, response) => {
    const { id } = await ticketOf(request);
    const { mail } = request.params;
    const original = /^\d{1,15}$/.test(mail)
      ? await incoming.originalOfTicket(id, Number(mail))
      : undefined;
    if (!original) {
      throw new NotFoundError('There is no such mail, or it is kept no longer');
    }
    response
      .set('Cache-Control', 'no-store')
      .set('Content-Type', 'application/octet-stream')
      .set('Content-Disposition', `attachment; filename="mail-${mail}.eml"`)
      .set('X-Content-Type-Options', 'nosniff')
      // agents do not learn how to answer as somebody else
      .send(Buffer.from(withoutTokens(original.toString('latin1')), 'latin1'));
  });

  return router;
}
