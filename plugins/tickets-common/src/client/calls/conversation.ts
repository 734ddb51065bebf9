import {
  type CannedReplies,
  type Message,
  type MessagePage,
  type TicketEventPage,
  type TicketStages,
  cannedRepliesSchema,
  messagePageSchema,
  messageSchema,
  ticketEventPageSchema,
  ticketStagesSchema,
} from '../../model';
import type { AddMessageRequest, PageQuery } from '../../requests';
import { type Call, json, ticketPath } from '../Call';
import type {
  TicketsChangeOptions,
  TicketsCreateOptions,
  TicketsRequestOptions,
} from '../TicketsApi';

export const listMessages = (
  ticket: string,
  query?: Partial<PageQuery>,
  options?: TicketsRequestOptions,
): Call<MessagePage> => ({
  method: 'GET',
  path: ticketPath(ticket, 'messages'),
  query,
  options,
  read: json(messagePageSchema),
});

export const listEvents = (
  ticket: string,
  query?: Partial<PageQuery>,
  options?: TicketsRequestOptions,
): Call<TicketEventPage> => ({
  method: 'GET',
  path: ticketPath(ticket, 'events'),
  query,
  options,
  read: json(ticketEventPageSchema),
});

export const listStages = (
  ticket: string,
  options?: TicketsRequestOptions,
): Call<TicketStages> => ({
  method: 'GET',
  path: ticketPath(ticket, 'stages'),
  options,
  read: json(ticketStagesSchema),
});

export const addMessage = (
  ticket: string,
  body: AddMessageRequest,
  options?: TicketsChangeOptions & TicketsCreateOptions,
): Call<Message> => ({
  method: 'POST',
  path: ticketPath(ticket, 'messages'),
  body,
  options,
  read: json(messageSchema),
});

export const listCannedReplies = (
  ticket: string,
  options?: TicketsRequestOptions,
): Call<CannedReplies> => ({
  method: 'GET',
  path: ticketPath(ticket, 'canned-replies'),
  options,
  read: json(cannedRepliesSchema),
});

export const applyCannedReply = (
  ticket: string,
  cannedReply: string,
  options?: TicketsChangeOptions,
): Call<Message> => ({
  method: 'POST',
  path: ticketPath(ticket, 'canned-replies', cannedReply),
  options,
  read: json(messageSchema),
});
