/** Removing what a message says, in English. */
export const redaction = {
  'redaction.title': 'Remove what this message says',
  'redaction.text':
    'The text and the files are removed for good, here, in searches and from the stored files. The history says that you did it and why. Mails that were sent before keep it.',
  'redaction.what': 'What is removed',
  'redaction.all': 'The whole message',
  'redaction.files': 'Some of its files',
  'redaction.whichFiles': 'Files',
  'redaction.reason': 'Reason',
  'redaction.reasonHint': 'For agents. Do not repeat what is removed.',
  'redaction.submit': 'Remove for good',
  'redaction.done': 'It was removed.',
  'redaction.by': 'What this message said was removed by',
} as const;
