/** Canned replies, in English. */
export const canned = {
  'canned.button': 'Canned replies',
  'canned.title': 'Canned replies',
  'canned.loading': 'Loading the canned replies',
  'canned.failed': 'The canned replies could not be loaded',
  'canned.reply': 'Canned reply',
  'canned.none': 'None fits the ticket.',
  'canned.how': 'What happens with it',
  'canned.insertAs': 'Insert it to be changed',
  'canned.sendAs': 'Send it as it is',
  'canned.insert': 'Insert',
  'canned.send': 'Send',
  'canned.changes': 'Sending it also sets: {{changes}}.',
  'canned.noChanges': 'Inserting it leaves this to you: {{changes}}.',
} as const;
