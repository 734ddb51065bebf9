import { NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { Resending } from '../channel/Resending';
import type { TroubleStore } from '../store/TroubleStore';
import { type AdminServices, audited, requireAdmin } from './admins';
import { parse } from './parse';

const PAGE = 50;
const MAX_ADDRESSES = 200;

const listSchema = z.strictObject({
  before: z.coerce.number().int().optional(),
});

/**
 * For admins: mails that did not arrive, below `/mails`, and the addresses that
 * nothing is sent to, below `/dead-addresses`, until an admin frees them.
 */
export function createTroubleRouter({
  store,
  resending,
  ...services
}: AdminServices & {
  readonly store: TroubleStore;
  readonly resending: Pick<Resending, 'resend'>;
}): Router {
  const router = PromiseRouter();

  router.get('/mails', async (request, response) => {
    await requireAdmin(services, request);
    const { before } = parse(listSchema, request.query);
    const mails = await store.mails(PAGE + 1, before);
    response.set('Cache-Control', 'no-store').json({
      items: mails
        .slice(0, PAGE)
        .map(({ ticketId, createdAt, updatedAt, ...mail }) => ({
          ...mail,
          ticket: ticketId,
          createdAt: createdAt.toISOString(),
          updatedAt: updatedAt.toISOString(),
        })),
      ...(mails.length > PAGE && { before: mails[PAGE - 1].id }),
    });
  });

  router.post('/mails/:id/retry', async (request, response) => {
    await requireAdmin(services, request);
    const { id: text } = request.params;
    const id = /^\d{1,15}$/.test(text) ? Number(text) : -1;
    await audited(
      services,
      request,
      { eventId: 'mail-retry', meta: { mail: id } },
      () => resending.resend(id),
    );
    response.status(204).end();
  });

  router.get('/dead-addresses', async (request, response) => {
    await requireAdmin(services, request);
    const addresses = await store.deadAddresses(MAX_ADDRESSES);
    response.set('Cache-Control', 'no-store').json({
      items: addresses.map(({ since, ...address }) => ({
        ...address,
        since: since.toISOString(),
      })),
    });
  });

  router.delete('/dead-addresses/:address', async (request, response) => {
    await requireAdmin(services, request);
    const address = request.params.address.toLowerCase();
    await audited(
      services,
      request,
      { eventId: 'mail-address-free', meta: { address } },
      async () => {
        if (!(await store.revive(address))) {
          throw new NotFoundError('Mails are sent to this address already');
        }
      },
    );
    response.status(204).end();
  });

  return router;
}
