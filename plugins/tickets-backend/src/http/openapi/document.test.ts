import { readFileSync } from 'node:fs';
import { mockCredentials } from '@backstage/backend-test-utils';
import { TicketsClient } from '@portaldesk/plugin-tickets-common';
import { Validator } from '@seriousme/openapi-schema-validator';
import request from 'supertest';
import { testDatabases } from '../../__testUtils__/databases';
import { openApiFile, openApiJson } from './written/openApiJson';
import { startTestDesk } from '../../__testUtils__/startTestDesk';
import type { HttpContext } from '../HttpContext';
import { createRouter } from '../createRouter';

interface OpenApi {
  paths: Record<string, Record<string, { operationId: string }>>;
}

const committed = readFileSync(openApiFile, 'utf8');
const { paths }: OpenApi = JSON.parse(committed);

const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId }]) => ({
    operationId,
    route: `${method} ${path}`,
  })),
);

/** Every route that does something, in the form of the document. */
function routes(): string[] {
  const context: Partial<HttpContext> = {};
  const router = createRouter(context as HttpContext);
  return router.stack.flatMap(({ route }) =>
    route
      ? route.stack
          // those of all methods refuse what the others leave
          .filter(({ method }) => method)
          .map(
            ({ method }) =>
              `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
          )
      : [],
  );
}

const databases = testDatabases();

describe('the OpenAPI document', () => {
  it('is current: else run `yarn openapi`', () => {
    expect(committed).toBe(openApiJson());
  });

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(committed))).toEqual({
      valid: true,
    });
    expect(validator.version).toBe('3.1');
  });

  it('is refused by the validator when a reference leads nowhere', async () => {
    const broken = committed.replace('"Ticket": {', '"Tickets": {');
    const { valid } = await new Validator().validate(JSON.parse(broken));
    expect(valid).toBe(false);
  });

  it('holds every route, and no other', () => {
    expect(operations.map(({ route }) => route).sort()).toEqual(
      routes().sort(),
    );
  });

  it('calls its operations as the typed client calls its methods', () => {
    const client = new TicketsClient({
      discoveryApi: { getBaseUrl: async () => '' },
      fetchApi: { fetch },
    });
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
      Object.keys(client).sort(),
    );
  });

  it('says of every schema what it is', () => {
    const { components } = JSON.parse(committed);
    const silent = Object.entries<{ description?: string }>(components.schemas)
      .filter(([, { description }]) => !description)
      .map(([name]) => name);
    expect(silent).toEqual([]);
  });

  it('is served to those who are signed in', async () => {
    const desk = await startTestDesk({
      knex: await databases.init('SQLITE_3'),
    });
    const served = await desk.http('requester').get('/openapi.json');
    expect(served.headers['content-type']).toMatch(/^application\/json/);
    expect(served.text).toBe(committed);
    const { status } = await request(desk.server)
      .get('/api/tickets/openapi.json')
      .set('Authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });
});
