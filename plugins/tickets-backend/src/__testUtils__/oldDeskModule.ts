import { createBackendModule } from '@backstage/backend-plugin-api';
import { ticketsImportExtensionPoint } from '@portaldesk/plugin-tickets-node';

export default createBackendModule({
  pluginId: 'tickets',
  moduleId: 'old-desk',
  register(env) {
    env.registerInit({
      deps: { imports: ticketsImportExtensionPoint },
      async init({ imports }) {
        imports.addImport({
          id: 'old-desk',
          async run(desk) {
            const jane = desk.as('user:default/jane', new Date('2025-03-01'));
            await jane.fileTicket({ subject: 'Moved from the old desk' });
          },
        });
      },
    });
  },
});
