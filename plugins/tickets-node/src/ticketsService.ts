import {
  type BackstageCredentials,
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  type TicketsApi,
  TicketsClient,
} from '@portaldesk/plugin-tickets-common';

/**
 * The desk for other backend plugins.
 * @public
 */
export interface TicketsService {
  /**
   * The desk for the owner of these credentials: all calls are permitted and
   * recorded as theirs.
   */
  as(credentials: BackstageCredentials): TicketsApi;
}

/**
 * Gives backend plugins and modules the desk, over HTTP, wherever it runs.
 * @public
 */
export const ticketsServiceRef = createServiceRef<TicketsService>({
  id: 'tickets',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      factory: ({ auth, discovery }): TicketsService => ({
        as: credentials =>
          new TicketsClient({
            discoveryApi: discovery,
            fetchApi: {
              fetch: async (input, init) => {
                const { token } = await auth.getPluginRequestToken({
                  onBehalfOf: credentials,
                  targetPluginId: 'tickets',
                });
                const headers = new Headers(init?.headers);
                headers.set('Authorization', `Bearer ${token}`);
                return fetch(input, { ...init, headers });
              },
            },
          }),
      }),
    }),
});
