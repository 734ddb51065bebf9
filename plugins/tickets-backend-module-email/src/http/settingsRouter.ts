import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { json, type Request, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { type MailSettings, mailModes } from '../digest/MailSettings';
import { parse } from './parse';

const settingsSchema = z.strictObject({
  mails: z.enum(mailModes, `use one of ${mailModes.join(', ')}`),
});

/** Where people say how they want to be mailed: at once, by digests, or not. */
export function createSettingsRouter({
  settings,
  httpAuth,
}: {
  readonly settings: MailSettings;
  readonly httpAuth: HttpAuthService;
}): Router {
  const router = PromiseRouter();

  async function callerOf(request: Request): Promise<string> {
    const { principal } = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    return principal.userEntityRef;
  }

  router.get('/', async (request, response) => {
    const mails = await settings.of(await callerOf(request));
    response.set('Cache-Control', 'no-store').json({ mails });
  });

  router.put('/', json({ limit: '10kb' }), async (request, response) => {
    const caller = await callerOf(request);
    const { mails } = parse(settingsSchema, request.body);
    await settings.set(caller, mails);
    response.json({ mails });
  });

  return router;
}
