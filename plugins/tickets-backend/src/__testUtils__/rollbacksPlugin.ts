import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ticketsServiceRef } from '@portaldesk/plugin-tickets-node';
import express from 'express';
import Router from 'express-promise-router';

export default createBackendPlugin({
  pluginId: 'rollbacks',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        tickets: ticketsServiceRef,
      },
      async init({ httpAuth, httpRouter, tickets }) {
        const router = Router();
        router.use(express.json());
        router.post('/failures', async (req, res) => {
          const credentials = await httpAuth.credentials(req, {
            allow: ['user'],
          });
          const ticket = await tickets.as(credentials).fileTicket({
            subject: 'Rollback failed',
            assets: [req.body.entityRef],
          });
          res.status(201).json(ticket);
        });
        httpRouter.use(router);
      },
    });
  },
});
