import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  PermanentDeliveryError,
  type TicketChannel,
  ticketsChannelsExtensionPoint,
} from '@portaldesk/plugin-tickets-node';

function chatChannel(webhook: string): TicketChannel {
  return {
    id: 'chat',
    events: ['filed', 'filed-on-behalf', 'moved'],
    async deliver({ id, event, ticket, audience }, { signal }) {
      const teams = audience.filter(({ roles }) => roles.includes('team'));
      if (teams.length === 0) {
        return;
      }
      const response = await fetch(webhook, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          id, // the same each time, so that the chat can drop repeats
          rooms: teams.map(({ ref }) => ref),
          text: `${ticket.number} ${ticket.subject} (${event})`,
        }),
        signal,
      });
      if (response.status === 410) {
        throw new PermanentDeliveryError('The chat has no such room');
      }
      if (!response.ok) {
        throw new Error(`The chat answered with ${response.status}`);
      }
    },
  };
}

export default createBackendModule({
  pluginId: 'tickets',
  moduleId: 'chat',
  register(env) {
    env.registerInit({
      deps: {
        channels: ticketsChannelsExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ channels, config }) {
        channels.addChannel(chatChannel(config.getString('chat.webhook')));
      },
    });
  },
});
