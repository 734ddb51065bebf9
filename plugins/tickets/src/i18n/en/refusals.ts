/** Why the desk refused, by its stable code, in English. */
export const refusals = {
  'refusal.invalid-request': 'Something in the request is not valid.',
  'refusal.not-signed-in': 'Sign in again.',
  'refusal.not-allowed': 'You may not do this.',
  'refusal.permission-denied': 'The permissions of the portal do not allow it.',
  'refusal.action-not-allowed': 'You may not do this to the ticket.',
  'refusal.admins-only': 'Only admins of the desk may do this.',
  'refusal.agents-only': 'Only agents may do this.',
  'refusal.other-ticket-not-allowed': 'You may not link the other ticket.',
  'refusal.assignment-not-allowed':
    'You may move the ticket to another team, not assign it there.',
  'refusal.watchers-not-allowed': 'You may not choose who watches the ticket.',
  'refusal.organisation-access-not-allowed':
    'You may not decide on the access of the organisation.',
  'refusal.absence-not-allowed': 'You may not set the absence of this person.',
  'refusal.not-found': 'It does not exist, or not for you.',
  'refusal.ticket-not-found': 'There is no such ticket, or not for you.',
  'refusal.message-not-found': 'There is no such message, or not for you.',
  'refusal.file-not-found': 'There is no such file, or not for you.',
  'refusal.view-not-found': 'There is no such view, or not for you.',
  'refusal.canned-reply-not-found':
    'There is no such canned reply for the ticket.',
  'refusal.failed-notification-not-found':
    'There is no such failed notification any longer.',
  'refusal.address-not-found': 'The desk has nothing at this address.',
  'refusal.method-not-allowed': 'The desk does not do this at this address.',
  'refusal.conflict': 'The present state does not allow it.',
  'refusal.action-not-possible': 'The state of the ticket does not allow it.',
  'refusal.status-not-reachable': 'This status cannot follow the present one.',
  'refusal.category-of-ended-ticket':
    'The category of a ticket that has ended cannot be changed.',
  'refusal.ticket-merged-meanwhile':
    'The ticket has just been merged. Load it again.',
  'refusal.ticket-moved-meanwhile':
    'The ticket has just been moved to another team. Load it again.',
  'refusal.parent-of-parent':
    'A ticket cannot be the parent of its own parent.',
  'refusal.merge-into-itself': 'A ticket cannot be merged into itself.',
  'refusal.merge-of-visibilities':
    'Tickets of these visibilities cannot be merged.',
  'refusal.merge-shows-confidential':
    'Merging would show a confidential conversation to more people.',
  'refusal.merge-into-ended': 'The other ticket has ended.',
  'refusal.merge-into-postponed': 'The other ticket is postponed.',
  'refusal.idempotency-key-reused': 'This was already sent with other content.',
  'refusal.too-many-tags': 'The ticket would have too many tags.',
  'refusal.too-many-people':
    'The ticket would have too many people and groups.',
  'refusal.too-many-views':
    'There are too many saved views already. Delete one first.',
  'refusal.view-name-taken': 'There is a view with this name already.',
  'refusal.too-many-uploads':
    'Too many of your uploads are not attached to anything. Send or remove them first.',
  'refusal.upload-too-slow': 'The upload took too long.',
  'refusal.stale-ticket': 'Another person has just changed the ticket.',
  'refusal.stale-view': 'Another person has just changed the view.',
  'refusal.body-too-large': 'This is too large.',
  'refusal.file-too-large': 'The file is too large.',
  'refusal.media-type-not-supported':
    'The desk does not take this type of content.',
  'refusal.file-type-not-allowed': 'Files of this type are not allowed.',
  'refusal.too-many-requests':
    'You have sent too many requests at the same time. Try again in a moment.',
  'refusal.internal-error':
    'Something went wrong. Try again; if it happens again, tell the people who run the portal.',
  'refusal.unavailable':
    'It does not work at the moment. Try again in a moment.',
  'refusal.unreachable':
    'The desk could not be reached. Try again in a moment.',
} as const;
