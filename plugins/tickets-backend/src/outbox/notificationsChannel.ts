import type {
  LoggerService,
  RootInstanceMetadataService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type {
  DeliveryOptions,
  TicketNotification,
} from '@portaldesk/plugin-tickets-node';
import type { NotifiedStore } from '../store/NotifiedStore';
import type { WithdrawingChannel } from './Withdrawals';
import { BegunDeliveries } from './BegunDeliveries';
import { canonicalRef } from './canonicalRef';
import { PATIENCE, inParts } from './inParts';
import { notificationTitle, withoutAngleBrackets } from './notificationTitle';
import type { Pace } from './pace';
import { shortened } from './shortened';
import type { NotificationTexts } from './texts';

/** Longest title, topic and scope that the portal keeps on PostgreSQL. */
const MAX_LENGTH = 255;

export interface NotificationsChannelOptions {
  readonly notifications: NotificationService;
  readonly instance: RootInstanceMetadataService;
  readonly logger: LoggerService;
  /** Path of the Tickets page. */
  readonly page: string;
  /** What notifications say, in the language of the desk. */
  readonly texts: NotificationTexts;
  /** Who has which notifications. */
  readonly notified: Pick<NotifiedStore, 'record' | 'forget'>;
  /** The present time. */
  readonly clock: () => Date;
  /** The pace at which people may be notified now. */
  readonly pace: () => Pace;
}

/**
 * Notifies people in the portal. A notification says what happened to which
 * ticket, never what was written. It replaces an earlier one of the same kind
 * about the same ticket. Recipients are recorded before it is sent, so that
 * none is missed when it has to be withdrawn. The desk cannot know the language
 * of a recipient, which the portal stores in their browser.
 */
export function notificationsChannel({
  notifications,
  instance,
  logger,
  page,
  texts,
  notified,
  clock,
  pace,
}: NotificationsChannelOptions): WithdrawingChannel {
  let absenceLogged = false;
  const oneByOne = sequences();
  const begun = new BegunDeliveries();

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
        title: shortened(withoutAngleBrackets(title), MAX_LENGTH),
        // a field that is missing keeps its value of the earlier notification
        description: lost
          ? texts.accessLost
          : withoutAngleBrackets(ticket.subject),
        link: lost
          ? page || '/'
          : `${page}/${encodeURIComponent(ticket.number)}`,
        topic: shortened(event, MAX_LENGTH),
        scope: scopeOf(notification),
        severity: event === 'sla-breach' ? 'high' : 'normal',
      },
    });
  }

  async function sendAll(
    notification: TicketNotification,
    { signal }: Pick<DeliveryOptions, 'signal'>,
  ) {
    const titles = byTitle(notification, texts);
    const sent = {
      ticketId: notification.ticket.id,
      scope: scopeOf(notification),
      people: [...titles.values()].flat(),
    };
    // this one says nothing that would have to be withdrawn
    const recorded = notification.event !== 'access-lost';
    const at = clock();
    if (recorded) {
      await notified.record(sent, at);
    }
    const isThere = await ifThere(() =>
      oneByOne(sent.scope, async () => {
        const done = begun.of(notification.id);
        const until = performance.now() + PATIENCE;
        for (const [title, to] of titles) {
          const left = to.filter(ref => !done.has(ref));
          await inParts(left, { pace, signal, until }, async some => {
            await send(notification, title, some);
            some.forEach(ref => done.add(ref));
          });
        }
        begun.end(notification.id);
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
          inParts(people, { pace }, some =>
            notifications.send({
              recipients: { type: 'entity', entityRef: some },
              payload: {
                title: texts.withdrawn,
                description: texts.accessLost,
                link: page || '/',
                // people who turned this topic off had no notification before
                topic: topicOf(ticketId, scope),
                scope,
                severity: 'low',
              },
            }),
          ),
        ),
      );
    },
  };
}

/**
 * Runs work of the same scope one after the other. The portal looks for a
 * notification of a scope before it stores one, so it would store two that come
 * at the same time, and replace only one of them later.
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

/** The portal keeps one notification of a scope for each person. */
function scopeOf({ ticket, event, deadline }: TicketNotification): string {
  const sort = deadline ? `${event}:${deadline.type}` : event;
  return shortened(`${scopePrefix(ticket.id)}${sort}`, MAX_LENGTH);
}

/** What happened to the ticket, by the scope of its notification. */
function topicOf(ticketId: string, scope: string): string {
  return scope.slice(scopePrefix(ticketId).length).split(':')[0];
}

/**
 * The recipients by the title that they get, each once. The portal compares
 * references as they are written, and one invalid reference fails them all.
 */
function byTitle(
  notification: TicketNotification,
  texts: NotificationTexts,
): Map<string, string[]> {
  const notified = new Set<string>();
  const refs = new Map<string, string[]>();
  for (const { ref: written, roles } of notification.recipients) {
    const ref = canonicalRef(written);
    if (ref !== undefined && !notified.has(ref)) {
      notified.add(ref);
      const title = notificationTitle(texts, notification, roles);
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
