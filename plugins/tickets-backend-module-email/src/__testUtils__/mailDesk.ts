import {
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
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the desk that it is a module of
import ticketsPlugin from '@portaldesk/plugin-tickets-backend';
import { TicketsClient } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import ticketsModuleEmail from '../index';
import { groupsOf, organisation } from './organisation';

/** The desk with mail, over HTTP on a real database. */
export async function startMailDesk(
  knex: Knex,
  email: object,
  tickets: object = {},
) {
  const backend = await startTestBackend({
    features: [
      ticketsPlugin,
      ticketsModuleEmail,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example.com' },
          tickets: {
            admins: ['group:default/admins'],
            teams: [
              { group: 'group:default/support' },
              { group: 'group:default/network' },
            ],
            page: { path: '/help' },
            email: { ...email },
            ...tickets,
          },
        },
      }),
      catalogServiceMock.factory({ entities: [...organisation] }),
      createServiceFactory({
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
              ownershipEntityRefs: [userEntityRef, ...groupsOf(userEntityRef)],
            };
          },
        }),
      }),
    ],
  });
  const address = backend.server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return { stop: () => backend.stop(), port, ...deskAt(port) };
}

/** A desk that runs on a port of this machine. */
export function deskAt(port: number) {
  return {
    /** A request to the module's own part of the API, as somebody or nobody. */
    request: (path: string, init: RequestInit = {}, name?: string) => {
      const headers = new Headers(init.headers);
      if (name !== undefined) {
        headers.set(
          'Authorization',
          mockCredentials.user.header(`user:default/${name}`),
        );
      }
      return fetch(`http://localhost:${port}/api/tickets/email${path}`, {
        ...init,
        headers,
      });
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
              mockCredentials.user.header(`user:default/${name}`),
            );
            return fetch(input, { ...init, headers });
          },
        },
      }),
  };
}

export type MailDesk = Awaited<ReturnType<typeof startMailDesk>>;
