import type { Message, TicketEvent } from '@portaldesk/plugin-tickets-common';
import { AGENT, ASSET, ENGINEER } from './people';

/** The messages of the ticket of the stubbed desk. */
export const MESSAGES: Message[] = [
  {
    id: 'm2',
    ticket: 'id-T2026-00001',
    attachments: [],
    kind: 'reply',
    side: 'team',
    author: AGENT,
    body: 'Which **region** is it?',
    createdAt: '2026-03-02T09:30:00.000Z',
  },
  {
    id: 'm1',
    ticket: 'id-T2026-00001',
    attachments: [],
    kind: 'reply',
    side: 'requester',
    author: ENGINEER,
    body: 'It started this morning.',
    createdAt: '2026-03-02T09:00:00.000Z',
  },
];

/** What happened to it. */
export const EVENTS: TicketEvent[] = [
  {
    id: 'e3',
    version: 3,
    actor: AGENT,
    at: '2026-03-02T09:31:00.000Z',
    detail: { type: 'assigned', from: null, to: AGENT },
  },
  {
    id: 'e2',
    version: 2,
    actor: AGENT,
    at: '2026-03-02T09:30:00.000Z',
    detail: { type: 'replied', messageId: 'm2' },
  },
  {
    id: 'e1',
    version: 1,
    actor: ENGINEER,
    at: '2026-03-02T09:00:00.000Z',
    detail: {
      type: 'filed',
      subject: 'Payments answers with 502',
      category: 'incident',
      priority: 'normal',
      visibility: 'public',
      requester: ENGINEER,
      organisation: 'group:default/checkout',
      assets: [ASSET],
    },
  },
];
