/**
 * Why requests are refused, with the HTTP status of each: `error.code` of the
 * body. Codes are stable, messages are not: show your own translation of a code
 * that you know, and else the message.
 * @public
 */
export const errorCodes = {
  /** Something in the request is wrong; `issues` says what, field by field. */
  'invalid-request': 400,
  /** The request has no token of a signed-in user. */
  'not-signed-in': 401,

  /** The caller may not do this. */
  'not-allowed': 403,
  /** The permission policy of the portal does not allow it. */
  'permission-denied': 403,
  /** The caller may not do this to the ticket. */
  'action-not-allowed': 403,
  /** Only admins of the desk may do this. */
  'admins-only': 403,
  /** Only agents may do this, or set one of the fields. */
  'agents-only': 403,
  /** The caller may not link the other ticket. */
  'other-ticket-not-allowed': 403,
  /** Agents of another team may move the ticket, not assign it in its team. */
  'assignment-not-allowed': 403,
  /** The caller may not choose who watches the ticket. */
  'watchers-not-allowed': 403,
  /** The caller may not decide on the access of the organisation. */
  'organisation-access-not-allowed': 403,
  /** The caller may not set the absence of this person. */
  'absence-not-allowed': 403,

  /** It does not exist, or the caller cannot see it. */
  'not-found': 404,
  /** The ticket does not exist, or the caller cannot see it. */
  'ticket-not-found': 404,
  /** The message does not exist, or the caller cannot see it. */
  'message-not-found': 404,
  /** The file does not exist, or the caller cannot see it. */
  'file-not-found': 404,
  /** The saved view does not exist, or the caller cannot see it. */
  'view-not-found': 404,
  /** There is no such canned reply for the ticket. */
  'canned-reply-not-found': 404,
  /** There is no such failed notification. */
  'failed-notification-not-found': 404,
  /** There is nothing at this address. */
  'address-not-found': 404,
  /** The address serves other methods, which `Allow` names. */
  'method-not-allowed': 405,

  /** The present state does not allow it. */
  conflict: 409,
  /** The state of the ticket does not allow this action. */
  'action-not-possible': 409,
  /** The workflow does not allow this status after the present one. */
  'status-not-reachable': 409,
  /** The category of an ended ticket cannot be changed. */
  'category-of-ended-ticket': 409,
  /** The ticket has just been merged. */
  'ticket-merged-meanwhile': 409,
  /** The ticket has just been moved to another team. */
  'ticket-moved-meanwhile': 409,
  /** A ticket would be the parent of its own parent. */
  'parent-of-parent': 409,
  /** A ticket cannot be merged into itself. */
  'merge-into-itself': 409,
  /** Tickets of these visibilities cannot be merged. */
  'merge-of-visibilities': 409,
  /** Merging would show a confidential conversation to more people. */
  'merge-shows-confidential': 409,
  /** The other ticket has ended. */
  'merge-into-ended': 409,
  /** The other ticket is postponed. */
  'merge-into-postponed': 409,
  /** The `Idempotency-Key` was already used for another request. */
  'idempotency-key-reused': 409,
  /** The ticket would have too many tags. */
  'too-many-tags': 409,
  /** The ticket would have too many people and groups. */
  'too-many-people': 409,
  /** The owner would have too many saved views. */
  'too-many-views': 409,
  /** The owner has another saved view with this name. */
  'view-name-taken': 409,
  /** The caller has too many unattached uploads. */
  'too-many-uploads': 409,
  /** The upload took too long. */
  'upload-too-slow': 409,

  /** The ticket was changed since the caller saw it. */
  'stale-ticket': 412,
  /** The saved view was changed since the caller saw it. */
  'stale-view': 412,
  /** The body is too large. */
  'body-too-large': 413,
  /** The file, or all of them together, are too large. */
  'file-too-large': 413,
  /** The type or the encoding of the body is not supported. */
  'media-type-not-supported': 415,
  /** Files of this type are not allowed. */
  'file-type-not-allowed': 415,
  /** Too many requests; `Retry-After` says when to try again. */
  'too-many-requests': 429,
  /** Something went wrong; the log has the reason. */
  'internal-error': 500,
  /** It does not work at the moment; `Retry-After` says when to try again. */
  unavailable: 503,
} as const;

/**
 * Why a request is refused.
 * @public
 */
export type ErrorCode = keyof typeof errorCodes;
