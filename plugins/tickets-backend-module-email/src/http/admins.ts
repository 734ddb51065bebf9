import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { TicketsService } from '@portaldesk/plugin-tickets-node';
import type { Request } from 'express';

/** What tells admins from others, and records what they do. */
export interface AdminServices {
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
  readonly tickets: TicketsService;
}

/** @throws NotAllowedError for everybody but the admins of the desk */
export async function requireAdmin(
  { httpAuth, tickets }: AdminServices,
  request: Request,
): Promise<void> {
  const credentials = await httpAuth.credentials(request, { allow: ['user'] });
  const { caller } = await tickets.as(credentials).describeDesk();
  if (!caller.admin) {
    throw new NotAllowedError('Only admins of the desk may do that');
  }
}

/** Leaves an audit event of what an admin does, whether it works or not. */
export async function audited(
  { auditor }: AdminServices,
  request: Request,
  { eventId, meta }: { eventId: string; meta: Record<string, string | number> },
  act: () => Promise<void>,
): Promise<void> {
  const event = await auditor.createEvent({
    eventId,
    severityLevel: 'high',
    request,
    meta,
  });
  try {
    await act();
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
  await event.success();
}
