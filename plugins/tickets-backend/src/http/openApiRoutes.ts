import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import { rawEndpoint } from './endpoint';
import { enterGate } from './sharing/takeTurn';

const file = () =>
  readFile(
    resolvePackagePath('@portaldesk/plugin-tickets-backend', 'openapi.json'),
  );

/** The OpenAPI document of this API; a test keeps it current. */
export const openApiRoutes = [
  rawEndpoint(
    {
      method: 'get',
      path: '/openapi.json',
      operationId: 'getOpenApi',
      summary: 'This document',
      tag: 'Desk',
      answer: {
        status: 200,
        description: 'The OpenAPI document of the API.',
        schema: z.record(z.string(), z.json()),
      },
    },
    async ({ gate, callerOf }, request, response) => {
      const { ref } = await callerOf(request);
      const leave = await enterGate(gate, ref, response);
      try {
        response.type('json').send(await file());
      } finally {
        leave();
      }
    },
  ),
];
