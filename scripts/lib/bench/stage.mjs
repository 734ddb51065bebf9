import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What measures are prepared with.
 *
 * @typedef {{
 *   agents: import('./people.mjs').Person[],
 *   requesters: import('./people.mjs').Person[],
 *   admin: import('./people.mjs').Person,
 *   everybody: import('./people.mjs').Person[],
 *   organisation: import('./data.mjs').Organisation,
 *   kind: 'postgres' | 'sqlite',
 *   client: import('./database.mjs').Client,
 *   connection: import('./Connection.mjs').Connection,
 *   knows: (path: string) => any,
 * }} Stage
 *   `knows` gives the description of a path of the desk's API, if there is one
 */

/** @returns {Stage} */
export function setStage({ built, people, ...others }) {
  const { paths } = JSON.parse(
    readFileSync(
      join(
        built,
        'node_modules/@portaldesk/plugin-tickets-backend/openapi.json',
      ),
      'utf8',
    ),
  );
  return {
    ...people,
    everybody: [...people.agents, ...people.requesters],
    ...others,
    knows: path => paths[path],
  };
}

/** Paths of the desk's API begin with this. */
export const api = '/api/tickets';
