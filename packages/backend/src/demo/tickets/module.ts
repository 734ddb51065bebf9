import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  type ImportDesk,
  ticketsImportExtensionPoint,
} from '@portaldesk/plugin-tickets-node';
import { repeat } from './act';
import { untilCatalogIsReady } from './prepare';
import { writeScript } from './writeScript';

const SEED = 20_261_122;

/** Gives the demo portal a past: some 200 tickets of the last half year. */
export const demoTicketsModule = createBackendModule({
  pluginId: 'tickets',
  moduleId: 'demo-tickets',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        imports: ticketsImportExtensionPoint,
      },
      async init({ auth, catalog, imports }) {
        imports.addImport({
          // `npm start` waits until the desk says that this import is done
          id: 'demo-tickets',
          prepare: signal => untilCatalogIsReady({ auth, catalog }, signal),
          run: desk => playScript(desk, new Date()),
        });
      },
    });
  },
});

/** Lets the past happen at the desk, act by act. */
export async function playScript(desk: ImportDesk, now: Date): Promise<void> {
  const ids = new Map<string, string>();
  for (const { at, by, ticket, deed } of writeScript(SEED, now)) {
    const api = desk.as(by, at);
    if (deed.kind === 'file') {
      const { id } = await api.fileTicket(deed.request);
      ids.set(ticket, id);
    } else {
      await repeat(api, ids.get(ticket) ?? ticket, deed);
    }
  }
}
