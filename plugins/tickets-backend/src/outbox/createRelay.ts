import type {
  LoggerService,
  RootInstanceMetadataService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { DeskContext } from '../desk/context';
import { passOn } from '../desk/scheduled/passOn';
import type { Channels } from './Channels';
import { Relay } from './Relay';
import { Withdrawals } from './Withdrawals';
import { eventLoopGauge } from './eventLoopGauge';
import { notificationsChannel } from './notificationsChannel';
import { type Load, paceAt } from './pace';
import { signalsChannel } from './signalsChannel';
import { notificationTexts } from './texts';

interface RelayServices {
  readonly instance: RootInstanceMetadataService;
  readonly logger: LoggerService;
  readonly notifications: NotificationService;
  readonly signals: SignalsService;
  readonly gate: { readonly isServing: boolean };
}

/** The relay to the portal's own channels and to those of modules. */
export function createRelay(
  context: Omit<DeskContext, 'outboxSignal'>,
  channels: Channels,
  services: RelayServices,
): Relay {
  const load: Load = {
    utilization: eventLoopGauge(),
    isServing: () => services.gate.isServing,
  };
  const pace = () => paceAt(load);
  const portal = notificationsChannel({
    ...services,
    page: context.config.page.path,
    texts: notificationTexts[context.config.language],
    notified: context.store.notified,
    clock: context.clock,
    pace,
  });
  channels.addChannel(portal);
  channels.addChannel(signalsChannel(services.signals));
  const reassigns = context.config.whenAssigneeAway === 'reassign';
  const relay: Relay = new Relay(
    channels.all,
    {
      context: {
        ...context,
        ...(reassigns && {
          passOn: (ticketId: string) =>
            passOn({ ...context, outboxSignal: relay }, ticketId),
        }),
      },
      throttledLogger: context.throttledLogger,
      random: Math.random,
      pace,
    },
    new Withdrawals(context, portal),
  );
  return relay;
}
