import type { Permission } from '@backstage/plugin-permission-common';
import type { TicketAction } from '../vocabulary';
import {
  ticketAssignPermission,
  ticketClosePermission,
  ticketCreatePermission,
  ticketDeletePermission,
  ticketNotePermission,
  ticketReadPermission,
  ticketReplyPermission,
  ticketUpdatePermission,
} from './permissions';

/**
 * The permissions that each action on a ticket needs, all of them, beside the
 * one to read it.
 * @public
 */
export const permissionsOfAction: Readonly<
  Record<TicketAction, readonly Permission[]>
> = {
  reply: [ticketReplyPermission],
  note: [ticketNotePermission],
  'message-privately': [ticketNotePermission],
  redact: [ticketUpdatePermission],
  edit: [ticketUpdatePermission],
  classify: [ticketUpdatePermission],
  'take-over': [ticketAssignPermission],
  'hand-over': [ticketAssignPermission],
  'change-status': [ticketUpdatePermission],
  postpone: [ticketUpdatePermission],
  solve: [ticketClosePermission],
  close: [ticketClosePermission],
  reopen: [ticketClosePermission],
  archive: [ticketUpdatePermission],
  unarchive: [ticketUpdatePermission],
  watch: [ticketReadPermission],
  share: [ticketUpdatePermission],
  link: [ticketUpdatePermission],
  merge: [ticketUpdatePermission],
  split: [ticketUpdatePermission, ticketCreatePermission],
  'create-work-order': [ticketUpdatePermission, ticketCreatePermission],
  rate: [ticketReplyPermission],
  delete: [ticketDeletePermission],
};
