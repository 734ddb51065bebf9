import {
  type BackendFeature,
  type BackstageCredentials,
  type UserInfoService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { TicketsClient } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { Gate } from '../http/sharing/Gate';
import { createTicketsPlugin } from '../plugin';
import { deskConfig, groupsOf, organisation } from './organisation';

/** Says of somebody who calls what the sign-in says: their direct groups. */
function userInfo(signedInto: (userRef: string) => string[]) {
  return createServiceFactory({
    service: coreServices.userInfo,
    deps: {},
    factory: (): UserInfoService => ({
      async getUserInfo(credentials: BackstageCredentials) {
        const { userEntityRef } = (
          credentials as BackstageCredentials<{
            type: 'user';
            userEntityRef: string;
          }>
        ).principal;
        return {
          userEntityRef,
          ownershipEntityRefs: [userEntityRef, ...signedInto(userEntityRef)],
        };
      },
    }),
  });
}

export interface TestDeskOptions {
  knex: Knex;
  /** The databases of other plugins beside the desk, by plugin id. */
  otherDatabases?: Readonly<Record<string, Knex>>;
  tickets?: JsonObject;
  /** Configuration beside that of the desk. */
  config?: JsonObject;
  entities?: readonly Entity[];
  /** The groups that somebody signs in with. Default: those of `organisation` */
  groupsOf?: (userRef: string) => string[];
  features?: BackendFeature[];
  /** Default: the desk with an open gate; tests send more than people do. */
  plugin?: BackendFeature;
  /** What takes the place of the catalog, or of who belongs to which group. */
  services?: { catalog?: BackendFeature; userInfo?: BackendFeature };
}

/** Lets all requests pass immediately, and never rests. */
function openGate(): Gate {
  return new Gate(
    {
      burst: Infinity,
      perSecond: 0,
      reserve: 0,
      atOnce: 1,
      perPerson: 1,
      waitingPerPerson: 1,
      waiting: 1,
    },
    {
      now: () => performance.now(),
      beginRest: () => async () => {},
      isBusy: () => false,
    },
  );
}

/** The desk over HTTP on a real database, with the catalog of `organisation`. */
export async function startTestDesk(options: TestDeskOptions) {
  const backend = await startTestBackend({
    features: [
      options.plugin ?? createTicketsPlugin(openGate),
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) =>
          mockServices.database({
            knex: options.otherDatabases?.[plugin.getId()] ?? options.knex,
          }),
      }),
      mockServices.rootConfig.factory({
        data: { ...options.config, tickets: options.tickets ?? deskConfig },
      }),
      options.services?.catalog ??
        catalogServiceMock.factory({
          entities: [...(options.entities ?? organisation)],
        }),
      options.services?.userInfo ?? userInfo(options.groupsOf ?? groupsOf),
      ...(options.features ?? []),
    ],
  });
  const { server } = backend;
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;

  return {
    stop: () => backend.stop(),
    /** Raw HTTP as this person; the path begins below `/api/tickets`. */
    http: (name: string) => {
      const authorization = mockCredentials.user.header(userRef(name));
      const call =
        (method: 'get' | 'post' | 'put' | 'patch' | 'delete') =>
        (path: string) =>
          request(server)
            [method](`/api/tickets${path}`)
            .set('Authorization', authorization);
      return {
        get: call('get'),
        post: call('post'),
        put: call('put'),
        patch: call('patch'),
        delete: call('delete'),
      };
    },
    /** The typed client as this person. */
    as: (name: string) =>
      new TicketsClient({
        discoveryApi: {
          getBaseUrl: async () => `http://localhost:${port}/api/tickets`,
        },
        fetchApi: {
          fetch: (input, init) => {
            const headers = new Headers(init?.headers);
            headers.set(
              'Authorization',
              mockCredentials.user.header(userRef(name)),
            );
            return fetch(input, { ...init, headers });
          },
        },
      }),
    server,
    /** On which the desk is reached, at localhost. */
    port,
  };
}

/** The reference of a person of the test organisation. */
export function userRef(name: string): string {
  return `user:default/${name}`;
}
