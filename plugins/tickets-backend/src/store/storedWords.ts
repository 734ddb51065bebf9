import type { EventDetail } from '@portaldesk/plugin-tickets-common';
import type { OutboxNotification } from './outbox/OutboxEntry';

/*
 * Events and notifications are stored as JSON, in which some things have the
 * names that they had before the API renamed them. Replicas of the preceding
 * version read the same rows during a rolling update, and would show an event
 * of an unknown type to everybody. Hence this version reads both names and
 * writes the earlier ones; once no replica of an earlier version can run, the
 * API's names can be written.
 */

/** The type of an event or notification, by the name that the API gives it. */
const storedTypes: Readonly<Record<string, string>> = {
  'private-message-added': 'messaged-privately',
  unarchived: 'reactivated',
};

const typesByStored: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(storedTypes).map(([type, stored]) => [stored, type]),
);

/** An event's detail as it is stored. */
export function writeDetail(detail: EventDetail): string {
  const { type, notified, ...rest }: Record<string, unknown> = detail;
  return JSON.stringify({
    type: renamed(storedTypes, type),
    ...rest,
    ...(notified !== undefined && { told: notified }),
  });
}

/** An event's detail as this or another version stored it. */
export function readDetail(json: string): EventDetail {
  const { type, told, ...rest }: Record<string, unknown> = JSON.parse(json);
  return {
    type: renamed(typesByStored, type),
    ...rest,
    ...(told !== undefined && { notified: told }),
  } as EventDetail;
}

/** A notification as it is stored. */
export function writeNotification({
  event,
  ...rest
}: OutboxNotification): string {
  return JSON.stringify({ occasion: renamed(storedTypes, event), ...rest });
}

/** A notification as this or another version stored it. */
export function readNotification(json: string): OutboxNotification {
  const { occasion, event = occasion, ...rest } = JSON.parse(json);
  return { event: renamed(typesByStored, event), ...rest };
}

/** The other name of something, or the same where it has only one. */
function renamed(
  names: Readonly<Record<string, string>>,
  name: unknown,
): unknown {
  return typeof name === 'string' && Object.hasOwn(names, name)
    ? names[name]
    : name;
}
