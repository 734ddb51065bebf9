import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createPermission } from '@backstage/plugin-permission-common';
import createRouter from 'express-promise-router';

const permission = createPermission({
  name: 'bench.decide',
  attributes: { action: 'read' },
});

/**
 * A route that finds out who calls, makes one permission decision and does
 * nothing else: what an answer costs in Backstage before there is one.
 */
export const decisionPlugin = createBackendPlugin({
  pluginId: 'bench',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
      },
      async init({ httpAuth, httpRouter, permissions }) {
        const router = createRouter();
        router.get('/decision', async (req, res) => {
          const credentials = await httpAuth.credentials(req, {
            allow: ['user'],
          });
          const [{ result }] = await permissions.authorize([{ permission }], {
            credentials,
          });
          res.status(result === 'ALLOW' ? 204 : 403).end();
        });
        httpRouter.use(router);
      },
    });
  },
});
