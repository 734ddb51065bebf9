import type {
  AuditorService,
  AuthService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import { auditedDesk } from '../desk/auditedDesk';
import type { DeskContext } from '../desk/context';
import { createDesk } from '../desk/createDesk';
import { Tokens } from '../desk/tokens/Tokens';
import type { Gate } from '../http/sharing/Gate';
import type { Lanes } from '../http/sharing/Lanes';
import { FormMarks } from './FormMarks';
import { JustSent } from './JustSent';
import { createPublicRouter } from './createPublicRouter';
import { Limits } from './limits/Limits';

interface PublicServices {
  readonly context: DeskContext;
  readonly auditor: AuditorService;
  readonly auth: AuthService;
  readonly gate: Gate;
  readonly lanes: Lanes;
  /** Signs forms, for all replicas. */
  readonly key: Buffer;
}

/**
 * The pages for people who have no account; undefined where the configuration
 * switches none on. No policy is asked, since nobody has their credentials:
 * what they may do follows from being the requester.
 */
export function createPublicPages({
  context,
  auditor,
  auth,
  gate,
  lanes,
  key,
}: PublicServices): Router | undefined {
  if (context.config.publicPages.channels.length === 0) {
    return undefined;
  }
  return createPublicRouter({
    context,
    desk: auditedDesk(createDesk(context), { auditor, context }),
    tokens: new Tokens({ ...context, auditor }),
    marks: new FormMarks(key, context.clock),
    justSent: new JustSent(),
    limits: new Limits(),
    gate,
    lanes,
    credentials: () => auth.getOwnServiceCredentials(),
  });
}
