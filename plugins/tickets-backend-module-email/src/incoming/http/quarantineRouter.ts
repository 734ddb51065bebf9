import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { TicketsService } from '@portaldesk/plugin-tickets-node';
import { type Request, type Router, raw } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { QuarantineStore } from '../store/QuarantineStore';
import type { IncomingMailRow } from '../store/rows';

interface QuarantineRouterOptions {
  readonly quarantine: QuarantineStore;
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
  readonly tickets: TicketsService;
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

/** Below `/api/tickets/email/quarantine`, for admins. */
export function createQuarantineRouter({
  quarantine,
  httpAuth,
  auditor,
  tickets,
  received,
}: QuarantineRouterOptions): Router {
  const router = PromiseRouter();

  async function requireAdmin(request: Request): Promise<void> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const { caller } = await tickets.as(credentials).describeDesk();
    if (!caller.admin) {
      throw new NotAllowedError('Only admins of the desk see the quarantine');
    }
  }

  /** So that it is known who let somebody else have written a mail. */
  async function audited(
    request: Request,
    { eventId, as }: { eventId: string; as?: string },
    act: (id: number) => Promise<void>,
  ): Promise<void> {
    const id = idOf(request);
    const event = await auditor.createEvent({
      eventId,
      severityLevel: 'high',
      request,
      meta: { mail: id, ...(as !== undefined && { as }) },
    });
    try {
      await act(id);
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
    await event.success();
  }

  router.get('/', async (request, response) => {
    await requireAdmin(request);
    const { before } = parse(listSchema, request.query);
    const mails = await quarantine.list(PAGE + 1, before);
    const items = mails.slice(0, PAGE).map(present);
    response.json({
      items,
      ...(mails.length > PAGE && { before: items[PAGE - 1].id }),
    });
  });

  router.get('/:id', async (request, response) => {
    await requireAdmin(request);
    const mail = await quarantine.find(idOf(request));
    if (!mail) {
      throw new NotFoundError('There is no such mail in quarantine');
    }
    response.json(present(mail));
  });

  router.get('/:id/original', async (request, response) => {
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
    '/:id/release',
    raw({ type: () => true, limit: '10kb' }),
    async (request, response) => {
      await requireAdmin(request);
      const { as } = parse(releaseSchema, jsonOf(request.body));
      await audited(request, { eventId: 'mail-release', as }, async id => {
        if (!(await quarantine.release(id, as?.toLowerCase()))) {
          throw new NotFoundError(
            'There is no such mail in quarantine that could be released',
          );
        }
      });
      received();
      response.status(202).end();
    },
  );

  router.delete('/:id', async (request, response) => {
    await requireAdmin(request);
    await audited(request, { eventId: 'mail-delete' }, async id => {
      if (!(await quarantine.discard(id))) {
        throw new NotFoundError('There is no such mail in quarantine');
      }
    });
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
