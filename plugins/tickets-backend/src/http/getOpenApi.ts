import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Handler } from './implement';
import { enterGate } from './sharing/takeTurn';

const file = () =>
  readFile(
    resolvePackagePath('@portaldesk/plugin-tickets-backend', 'openapi.json'),
  );

/** Sends the OpenAPI document of this API; a test keeps it current. */
export const getOpenApi: Handler = async (
  { gate, callerOf },
  request,
  response,
) => {
  const { ref } = await callerOf(request);
  const leave = await enterGate(gate, ref, response);
  try {
    response.type('json').send(await file());
  } finally {
    leave();
  }
};
