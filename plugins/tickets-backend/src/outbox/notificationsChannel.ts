import type {
  LoggerService,
  RootInstanceMetadataService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { TicketNotification } from '@portaldesk/plugin-tickets-node';
import type { NotifiedStore } from '../store/NotifiedStore';
import type { WithdrawingChannel } from './Withdrawals';
import { canonicalRef } from './canonicalRef';
import { WITHDRAWN, notificationTitle, plainWords } from './notificationText';
import { shortened } from './shortened';

/** Longest title, topic and scope that the portal keeps on PostgreSQL. */
const MAX_LENGTH = 255;

/** Whoever lost access learns nothing of the ticket, nor of what was done. */
const ACCESS_LOST =
  'It was moved, restricted or deleted. If you still need it, ask whoever works on it.';

export interface NotificationsChannelOptions {
  readonly notifications: NotificationService;
  readonly instance: RootInstanceMetadataService;
  readonly logger: LoggerService;
  /** Path of the Tickets page. */
  readonly page: string;
  /** Who has which notifications. */
  readonly notified: Pick<NotifiedStore, 'record' | 'forget'>;
  /** The present time. */
  readonly clock: () => Date;
}

/**
 * Notifies people in the portal. A notification says what happened to which
 * ticket, never what was written. A later one of the same sort about the same
 * ticket takes the place of the earlier one, and so does a repeated one. Who has
 * which is recorded before it is sent, so that none is missed when it has to be
 * taken back.
 */
export function notificationsChannel({
  notifications,
  instance,
  logger,
  page,
  notified,
  clock,
}: NotificationsChannelOptions): WithdrawingChannel {
  let absenceLogged = false;
  const oneByOne = sequences();

  async function send(
    notification: TicketNotification,
    title: string,
    to: string[],
  ) {
    const { ticket, event } = notification;
    const lost = event === 'access-lost';
    await notifications.send({
      recipients: { type: 'entity', entityRef: to },
      payload: {
        title: shortened(plainWords(title), MAX_LENGTH),
        // what is left out keeps what an earlier notification said
        description: lost ? ACCESS_LOST : plainWords(ticket.subject),
        link: lost
          ? page || '/'
          : `${page}/${encodeURIComponent(ticket.number)}`,
        topic: shortened(event, MAX_LENGTH),
        scope: scopeOf(notification),
        severity: event === 'sla-breach' ? 'high' : 'normal',
      },
    });
  }

  async function sendAll(notification: TicketNotification) {
    const titles = byTitle(notification);
    const sent = {
      ticketId: notification.ticket.id,
      scope: scopeOf(notification),
      people: [...titles.values()].flat(),
    };
    // the loss itself says nothing that would have to be taken back
    const recorded = notification.event !== 'access-lost';
    const at = clock();
    if (recorded) {
      await notified.record(sent, at);
    }
    const isThere = await ifThere(() =>
      oneByOne(sent.scope, async () => {
        for (const [title, to] of titles) {
          await send(notification, title, to);
        }
      }),
    );
    if (recorded && !isThere) {
      await notified.forget(sent, at);
    }
  }

  /** @returns false in a portal without notifications */
  async function ifThere(sending: () => Promise<void>): Promise<boolean> {
    try {
      await sending();
      return true;
    } catch (error) {
      if (!(await isAbsent(instance, error))) {
        throw error;
      }
      if (!absenceLogged) {
        absenceLogged = true;
        logger.info(
          'Portal notifications are off: no notifications backend is installed.',
        );
      }
      return false;
    }
  }

  return {
    id: 'notifications',
    deliver: sendAll,
    async withdraw({ ticketId, scope, people }) {
      await ifThere(() =>
        oneByOne(scope, () =>
          notifications.send({
            recipients: { type: 'entity', entityRef: [...people] },
            payload: {
              title: WITHDRAWN,
              description: ACCESS_LOST,
              link: page || '/',
              // who has turned this topic off was told nothing of it before
              topic: topicOf(ticketId, scope),
              scope,
              severity: 'low',
            },
          }),
        ),
      );
    },
  };
}

/**
 * Lets work of the same scope come one after the other. The portal looks whether
 * it has a notification of a scope before it keeps one, and would keep two that
 * come at once, of which only one would be replaced later.
 */
function sequences() {
  const latest = new Map<string, Promise<void>>();
  return async (scope: string, work: () => Promise<void>): Promise<void> => {
    const before = latest.get(scope);
    const own = before ? before.then(work, work) : work();
    latest.set(scope, own);
    try {
      await own;
    } finally {
      if (latest.get(scope) === own) {
        latest.delete(scope);
      }
    }
  };
}

const scopePrefix = (ticketId: string) => `ticket:${ticketId}:`;

/** Of which the portal keeps one notification for each person. */
function scopeOf({ ticket, event, deadline }: TicketNotification): string {
  const sort = deadline ? `${event}:${deadline.type}` : event;
  return shortened(`${scopePrefix(ticket.id)}${sort}`, MAX_LENGTH);
}

/** What happened to the ticket, by the scope in which it was told. */
function topicOf(ticketId: string, scope: string): string {
  return scope.slice(scopePrefix(ticketId).length).split(':')[0];
}

/**
 * The people to tell, by what they are told; nobody twice. The portal compares
 * references as they are written, and one that is none would refuse them all.
 */
function byTitle(notification: TicketNotification): Map<string, string[]> {
  const notified = new Set<string>();
  const refs = new Map<string, string[]>();
  for (const { ref: written, roles } of notification.recipients) {
    const ref = canonicalRef(written);
    if (ref !== undefined && !notified.has(ref)) {
      notified.add(ref);
      const title = notificationTitle(notification, roles);
      refs.set(title, [...(refs.get(title) ?? []), ref]);
    }
  }
  return refs;
}

/**
 * Whether a failure means that the portal has no notifications backend: there
 * is none in this process, and none where its address leads to either. The
 * notification service says so in the text of its errors only.
 */
async function isAbsent(
  instance: RootInstanceMetadataService,
  error: unknown,
): Promise<boolean> {
  const plugins = await instance.getInstalledPlugins();
  return (
    plugins.every(({ pluginId }) => pluginId !== 'notifications') &&
    error instanceof Error &&
    /\bstatus 404\b/.test(error.message)
  );
}
