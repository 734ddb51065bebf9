/** The form that files a ticket, in English. */
export const newTicket = {
  'newTicket.title': 'New ticket',
  'newTicket.category': 'What is it about?',
  'newTicket.noCategory': 'Not sure',
  'newTicket.noCategoryText': 'The support team will sort it.',
  'newTicket.subjectHint': 'Required. What it is about, in one line.',
  'newTicket.subjectRequired': 'Say in one line what it is about.',
  'newTicket.subjectTooLong': 'Use at most {{max}} characters.',
  'newTicket.messageHint':
    'Markdown. The more we know, the faster we can help.',
  'newTicket.messageTooLong': 'Use at most {{max}} characters.',
  'newTicket.tooManyAssets': 'Link at most {{max}} assets.',
  'newTicket.addAsset': 'Add an asset',
  'newTicket.addAssetHint': 'What in the catalog is it about? Type to search.',
  'newTicket.removeAsset': 'Remove {{asset}}',
  'newTicket.file': 'File ticket',
  'newTicket.filing': 'Filing…',
  'newTicket.cancel': 'Cancel',
  'newTicket.failed':
    'The ticket was not filed: {{reason}} What you typed is kept; try again.',
  'newTicket.checkFields':
    'The ticket was not filed. Correct the marked fields.',
  'newTicket.draftRestored': 'Your draft is back.',
  'newTicket.discardDraft': 'Discard draft',
  'newTicket.notAllowed.title': 'You may not file tickets',
  'newTicket.notAllowed.text':
    'Ask the administrators of this portal if you think you should.',
  'similar.title': 'Is it one of these? Follow it instead of filing it again.',
  'similar.follow': 'Follow',
  'similar.followTicket': 'Follow {{number}}',
  'similar.followed': 'You follow it now.',
  'newTicket.forAgents': 'For the support team',
  'newTicket.onBehalfOf': 'On behalf of',
  'newTicket.onBehalfOfHint': 'Who needs it? Empty: you.',
  'newTicket.byRules': 'As the rules say',
  'newTicket.notifications': 'Notifications',
  'newTicket.silent': 'Do not notify the requester of this ticket',
} as const;
