import { createBackendModule } from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { TicketPolicy } from './TicketPolicy';

export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'ticket-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new TicketPolicy());
      },
    });
  },
});
