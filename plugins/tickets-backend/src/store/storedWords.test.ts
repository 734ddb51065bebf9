import type { EventDetail } from '@portaldesk/plugin-tickets-common';
import type { OutboxNotification } from './outbox/OutboxEntry';
import {
  readDetail,
  readNotification,
  writeDetail,
  writeNotification,
} from './storedWords';

/** What the API says, and what it said before its words changed. */
const details: [EventDetail, object][] = [
  [
    {
      type: 'private-message-added',
      messageId: '7',
      recipients: ['user:default/a'],
    },
    {
      type: 'messaged-privately',
      messageId: '7',
      recipients: ['user:default/a'],
    },
  ],
  [{ type: 'unarchived' }, { type: 'reactivated' }],
  [
    {
      type: 'sla-breached',
      deadline: 'resolution',
      dueAt: '2026-11-30T12:00:00.000Z',
      notified: false,
    },
    {
      type: 'sla-breached',
      deadline: 'resolution',
      dueAt: '2026-11-30T12:00:00.000Z',
      told: false,
    },
  ],
  [
    { type: 'noted', messageId: '7' },
    { type: 'noted', messageId: '7' },
  ],
];

const event = { number: 'T-1', parties: [] } as unknown as OutboxNotification;

const notifications: [OutboxNotification, object][] = [
  [
    { ...event, event: 'private-message-added' },
    { ...event, occasion: 'messaged-privately' },
  ],
  [
    { ...event, event: 'replied' },
    { ...event, occasion: 'replied' },
  ],
];

describe('what is stored', () => {
  it.each(details)(
    'keeps the earlier words of the event %j',
    (said, before) => {
      // a replica of the version before reads what this one writes
      expect(JSON.parse(writeDetail(said))).toEqual(before);
      expect(readDetail(JSON.stringify(before))).toEqual(said);
      expect(readDetail(JSON.stringify(said))).toEqual(said);
    },
  );

  it.each(notifications)(
    'keeps the earlier words of the notification %j',
    (said, before) => {
      expect(JSON.parse(writeNotification(said))).toEqual(before);
      expect(readNotification(JSON.stringify(before))).toEqual(said);
      expect(readNotification(JSON.stringify(said))).toEqual(said);
    },
  );
});
