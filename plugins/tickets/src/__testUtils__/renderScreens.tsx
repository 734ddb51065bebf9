import {
  alertApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef, catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { type SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import {
  mockApis,
  MockFetchApi,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- what stands around the screens
import { StylesProvider } from '@material-ui/core/styles';
import type { TicketsApi } from '@portaldesk/plugin-tickets-common';
import type { PropsWithChildren } from 'react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { ticketsApiRef } from '../data';
import { TicketsPage } from '../page/TicketsPage';
import { rootRouteRef } from '../routes';
import { ENTITIES } from './catalog';

/** The address of the page, to be read by tests. */
export const address = { pathname: '', search: '' };

function AddressBar() {
  const { pathname, search } = useLocation();
  Object.assign(address, { pathname, search });
  return null;
}

/** Where the email module is in tests. */
export const MAIL_URL = 'http://example.com/api/tickets/email';

/** What the email module is asked by; without it nothing is at its address. */
export function mailApis(hasMail: boolean) {
  const absent = async () =>
    new Response(JSON.stringify({ error: { message: 'Not found' } }), {
      status: 404,
      headers: { 'Content-Type': 'application/json' },
    });
  return [
    [discoveryApiRef, mockApis.discovery()],
    [fetchApiRef, hasMail ? new MockFetchApi() : { fetch: absent }],
  ] as const;
}

/** Renders the screens of the page Tickets at a path below `/tickets`. */
export async function renderScreens(
  ticketsApi: TicketsApi,
  path = '/',
  options: {
    /** As a portal of the new frontend system has it. */
    toastApi?: { post: jest.Mock };
    /**
     * Whether the screens have their style sheets. jsdom takes a fifth of the
     * time of a test to look for what hides an element in them.
     */
    hasStyles?: boolean;
    /** Whether the email module is asked, over HTTP, at {@link MAIL_URL}. */
    hasMail?: boolean;
  } = {},
): Promise<{
  alertApi: { post: jest.Mock };
  /** Sends what the backend sends on the channel of the desk. */
  sendSignal: (message: { ticket: string }) => void;
  unmount: () => void;
}> {
  const alertApi = { post: jest.fn(), alert$: jest.fn() };
  const signals = stubSignals();
  const rendered = await renderInTestApp(
    <TestApiProvider
      apis={[
        [ticketsApiRef, ticketsApi],
        [catalogApiRef, catalogApiMock({ entities: ENTITIES })],
        [alertApiRef, alertApi],
        [signalApiRef, signals.api],
        ...mailApis(options.hasMail ?? false),
      ]}
    >
      <AddressBar />
      <WithToasts toastApi={options.toastApi}>
        <StylesProvider disableGeneration={!options.hasStyles}>
          <Routes>
            <Route path="/tickets/*" element={<TicketsPage />} />
          </Routes>
        </StylesProvider>
      </WithToasts>
    </TestApiProvider>,
    {
      routeEntries: [`/tickets${path}`],
      mountedRoutes: {
        '/tickets': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  return { alertApi, sendSignal: signals.send, unmount: rendered.unmount };
}

function WithToasts(
  props: PropsWithChildren<{ toastApi?: { post: jest.Mock } }>,
) {
  return props.toastApi ? (
    <TestApiProvider apis={[[toastApiRef, props.toastApi]]}>
      {props.children}
    </TestApiProvider>
  ) : (
    <>{props.children}</>
  );
}

function stubSignals() {
  const listeners = new Map<object, (message: never) => void>();
  const api: SignalApi = {
    subscribe(channel, onMessage) {
      const subscription = {
        unsubscribe: () => void listeners.delete(subscription),
      };
      if (channel === 'tickets') {
        listeners.set(subscription, onMessage);
      }
      return subscription;
    },
  };
  const send = (message: object) =>
    listeners.forEach(listener => listener(message as never));
  return { api, send };
}
