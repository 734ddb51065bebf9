import { InputError, NotFoundError } from '@backstage/errors';
import { type Request, type Router, raw } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { type AdminServices, audited, requireAdmin } from '../../http/admins';
import { parse } from '../../http/parse';
import type { QuarantineStore } from '../store/QuarantineStore';
import type { IncomingMailRow } from '../store/rows';
import { contentOf } from './contentOf';

interface QuarantineRouterOptions extends AdminServices {
  readonly quarantine: QuarantineStore;
  /** Called when there is something to take in. */
  readonly received: () => void;
}

/** Reading these has ended attempts before. */
const UNREADABLE = ['failed', 'unreadable', 'too-large'];

const PAGE = 50;

const listSchema = z.strictObject({
  before: z.coerce.number().int().optional(),
});
const releaseSchema = z.strictObject({
  as: z
    .string()
    .regex(/^user:[^/\s]+\/[^/\s]+$/i, 'name a user, such as user:default/jane')
    .optional(),
});

/** Below `/api/tickets/email/quarantine`, for admins. */
export function createQuarantineRouter({
  quarantine,
  received,
  ...services
}: QuarantineRouterOptions): Router {
  const router = PromiseRouter();

  router.get('/', async (request, response) => {
    await requireAdmin(services, request);
    const { before } = parse(listSchema, request.query);
    const mails = await quarantine.list(PAGE + 1, before);
    const items = mails.slice(0, PAGE).map(present);
    response.set('Cache-Control', 'no-store').json({
      items,
      ...(mails.length > PAGE && { before: items[PAGE - 1].id }),
    });
  });

  router.get('/:id', async (request, response) => {
    await requireAdmin(services, request);
    const mail = await quarantine.find(idOf(request));
    if (!mail) {
      throw new NotFoundError('There is no such mail in quarantine');
    }
    const original = await quarantine.original(mail.id);
    const content =
      original && !UNREADABLE.includes(mail.reason ?? '')
        ? await contentOf(original)
        : null;
    response
      .set('Cache-Control', 'no-store')
      .json({ ...present(mail), content });
  });

  router.get('/:id/original', async (request, response) => {
    await requireAdmin(services, request);
    const id = idOf(request);
    const original = await quarantine.original(id);
    if (!original) {
      throw new NotFoundError('There is no such mail in quarantine');
    }
    response
      .set('Content-Type', 'application/octet-stream')
      .set('Content-Disposition', `attachment; filename="mail-${id}.eml"`)
      .set('X-Content-Type-Options', 'nosniff')
      .send(original);
  });

  router.post(
    '/:id/release',
    raw({ type: () => true, limit: '10kb' }),
    async (request, response) => {
      await requireAdmin(services, request);
      const { as } = parse(releaseSchema, jsonOf(request.body));
      const id = idOf(request);
      const meta = { mail: id, ...(as !== undefined && { as }) };
      const release = async () => {
        if (!(await quarantine.release(id, as?.toLowerCase()))) {
          throw new NotFoundError(
            'There is no such mail in quarantine that could be released',
          );
        }
      };
      await audited(
        services,
        request,
        { eventId: 'mail-release', meta },
        release,
      );
      received();
      response.status(202).end();
    },
  );

  router.delete('/:id', async (request, response) => {
    await requireAdmin(services, request);
    const id = idOf(request);
    const meta = { mail: id };
    const discard = async () => {
      if (!(await quarantine.discard(id))) {
        throw new NotFoundError('There is no such mail in quarantine');
      }
    };
    await audited(services, request, { eventId: 'mail-delete', meta }, discard);
    response.status(204).end();
  });

  return router;
}

function present(mail: IncomingMailRow) {
  const { id, mailbox, sender, subject, size, reason, detail } = mail;
  return {
    id,
    mailbox,
    sender,
    subject,
    size,
    reason,
    detail,
    authentication: mail.authentication,
    receivedAt: mail.receivedAt.toISOString(),
  };
}

function idOf({ params }: Request): number {
  return /^\d{1,15}$/.test(params.id) ? Number(params.id) : -1;
}

function jsonOf(body: unknown): unknown {
  if (!Buffer.isBuffer(body) || body.length === 0) {
    return {};
  }
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new InputError('The body is not JSON');
  }
}
