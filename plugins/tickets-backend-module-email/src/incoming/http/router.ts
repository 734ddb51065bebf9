import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { TicketsService } from '@portaldesk/plugin-tickets-node';
import { type Request, type Router, raw } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { IncomingSettings } from '../../config/incomingSchema';
import { identify } from '../mime/identify';
import type { IncomingStore } from '../store/IncomingStore';
import type { QuarantineStore } from '../store/QuarantineStore';
import type { IncomingMailRow } from '../store/rows';
import { isSigned } from './signature';

interface RouterOptions {
  readonly incoming: IncomingSettings;
  readonly store: Pick<IncomingStore, 'receive'>;
  readonly quarantine: QuarantineStore;
  readonly httpAuth: HttpAuthService;
  readonly tickets: TicketsService;
  readonly clock: () => Date;
  /** Called when there is something to take in. */
  readonly received: () => void;
}

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

/** Below `/api/tickets/email`. */
export function createEmailRouter({
  incoming,
  store,
  quarantine,
  httpAuth,
  tickets,
  clock,
  received,
}: RouterOptions): Router {
  const router = PromiseRouter();
  const limit = incoming.maxSize * 1_000_000;

  async function requireAdmin(request: Request): Promise<void> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const { caller } = await tickets.as(credentials).describeDesk();
    if (!caller.admin) {
      throw new NotAllowedError('Only admins of the desk see the quarantine');
    }
  }

  router.post(
    '/incoming/:mailbox',
    raw({ type: () => true, limit, inflate: false }),
    async (request, response) => {
      const mailbox = incoming.mailboxes.find(
        ({ id, type }) => type === 'http' && id === request.params.mailbox,
      );
      const body: unknown = request.body;
      const signed =
        mailbox?.type === 'http' &&
        Buffer.isBuffer(body) &&
        isSigned(body, mailbox.secret, {
          signature: request.get('X-Portaldesk-Signature'),
          now: clock(),
        });
      // the same answer where there is no such mailbox
      if (!signed) {
        throw new AuthenticationError('The signature is missing or wrong');
      }
      const mail = body as Buffer;
      await store.receive(
        { ...identify(mail), mailbox: mailbox.id, raw: mail },
        { size: mail.length },
      );
      received();
      response.status(202).end();
    },
  );

  router.get('/quarantine', async (request, response) => {
    await requireAdmin(request);
    const { before } = parse(listSchema, request.query);
    const mails = await quarantine.list(PAGE + 1, before);
    const items = mails.slice(0, PAGE).map(present);
    response.json({
      items,
      ...(mails.length > PAGE && { before: items[PAGE - 1].id }),
    });
  });

  router.get('/quarantine/:id', async (request, response) => {
    await requireAdmin(request);
    const mail = await quarantine.find(idOf(request));
    if (!mail) {
      throw new NotFoundError('There is no such mail in quarantine');
    }
    response.json(present(mail));
  });

  router.get('/quarantine/:id/original', async (request, response) => {
    await requireAdmin(request);
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
    '/quarantine/:id/release',
    raw({ type: () => true, limit: '10kb' }),
    async (request, response) => {
      await requireAdmin(request);
      const { as } = parse(releaseSchema, jsonOf(request.body));
      if (!(await quarantine.release(idOf(request), as?.toLowerCase()))) {
        throw new NotFoundError(
          'There is no such mail in quarantine that could be released',
        );
      }
      received();
      response.status(202).end();
    },
  );

  router.delete('/quarantine/:id', async (request, response) => {
    await requireAdmin(request);
    if (!(await quarantine.discard(idOf(request)))) {
      throw new NotFoundError('There is no such mail in quarantine');
    }
    response.status(204).end();
  });

  return router;
}

function present(mail: IncomingMailRow) {
  const { id, mailbox, sender, subject, size, reason, detail, receivedAt } =
    mail;
  return {
    id,
    mailbox,
    sender,
    subject,
    size,
    reason,
    detail,
    receivedAt: receivedAt.toISOString(),
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

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; '),
    );
  }
  return parsed.data;
}
