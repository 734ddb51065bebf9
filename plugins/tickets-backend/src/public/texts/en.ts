/** What the public pages say, in English. */
export const en = {
  switchLanguage: 'Deutsch',
  nothingKept:
    'This page needs no script and sets no cookie. Of you, we keep only what you write.',

  channelsTitle: 'What do you want to report?',
  haveInbox: 'I have reported something and want to see the answers',
  openInbox: 'Open my inbox',
  reportNew: 'Report something',

  reportIntro:
    'You report anonymously: we keep neither your address nor what browser you use. After sending you get four words and a number. With them you read our answers and can write more.',
  reportAdvice:
    'Who knows what only you know may recognise you. From a computer of your employer, others may see that you were on this page.',
  category: 'What is it about?',
  chooseCategory: 'Please choose',
  subject: 'Subject',
  message: 'What happened?',
  messageHint: 'Where and when, who was involved, and how do you know of it?',
  contact: 'How can we reach you? (optional)',
  contactHint:
    'Only if you want to give up your anonymity: a name, a telephone number, an address. Everybody who works on your report reads it.',
  contactLine: (contact: string) => `Contact: ${contact}`,
  files: 'Files (optional)',
  filesHint: (count: number, size: string) =>
    `Up to ${count} plain text files (.txt, .csv, .md) of ${size} each. Pictures, PDF and office documents say in hidden places who made them, where and when, which we cannot remove for sure; so please describe what is in them, or copy the text.`,
  honeypot: 'Leave this field empty',
  send: 'Send report',

  errors: 'Not sent yet. Please look at this:',
  needed: {
    category: 'Choose what it is about.',
    subject: 'Write a subject.',
    message: 'Write what happened.',
    reply: 'Write something, or add a file.',
  },
  tooLong: (most: number) => `Use at most ${most} characters.`,
  wrongText: 'This text cannot be kept as it is. Write it more simply.',
  tooManyFiles: (most: number) => `Send at most ${most} files at once.`,
  fileTooLarge: (name: string, size: string) =>
    `“${name}” is larger than ${size}.`,
  fileNotCleanable: (name: string) =>
    `“${name}” was not taken: it is no plain text, so that we cannot remove for sure what it says of you. Copy its text into the form or into a .txt file, and describe pictures in words.`,
  fileEmpty: (name: string) => `“${name}” is empty.`,
  filesAgain: 'Choose your files again; a page cannot keep them.',
  honeypotFilled: 'Empty the field that is to be left empty.',
  formTooOld: 'The form stood open for too long. Send it again.',

  sentTitle: 'Your report was sent',
  keepWords: 'Keep these words. They are the only way back to your report:',
  wordsOnce:
    'They are shown only this once. Nobody can find them out or give you new ones, nor can we.',
  wordsAdvice:
    'Write them down or print this page, and do not keep them where others look.',
  saveWords: 'Save as a text file',
  wordsFile: (words: string) => `The words that open your inbox:\n\n${words}\n`,
  sentBeforeTitle: 'This report was sent before',
  sentBefore:
    'It was sent once, and nothing was sent now. The words that open its inbox were shown when it was sent; nobody can find them out again. If you have not seen them, please report it once more.',

  signInTitle: 'Your inbox',
  words: 'Your four words and the number',
  wordsHint: 'As you noted them, such as bakuro-timela-sonude-radiko-4821.',
  wordsWrong:
    'These words open no inbox. Look at each letter. What was reported long ago may have been deleted.',
  sessionOver: 'Your inbox was closed. Enter your words to open it again.',
  keptText: 'What you wrote',

  inboxTitle: 'Your report',
  inboxPrivacy:
    'When you leave, close the inbox. The team does not see when you come here and read.',
  leave: 'Close inbox',
  refresh: 'Look for answers',
  leftTitle: 'Your inbox is closed',
  left: 'To return, you need your words.',
  sentOn: 'Sent on',
  status: 'Status',
  statuses: {
    'in-progress': 'In progress',
    'answer-expected': 'We wait for your answer',
    postponed: 'Postponed',
    closed: 'Closed',
  } as Readonly<Record<string, string>>,
  conversation: 'Messages',
  you: 'You',
  team: 'The team',
  removed: 'This message was removed.',
  attachedFiles: 'Files',
  download: (name: string) => `Download ${name}`,
  older: 'Older messages are not shown.',
  deleteUnread: 'Take back',
  deleteHint:
    'Nobody has opened your report since. If you take this message back, its text and files are deleted for good. A mail to the team may already have quoted it.',
  messageDeleted: 'Your message was deleted.',
  deleteTooLate:
    'A person of the team has read this message; it can no longer be deleted.',
  reply: 'Write a message',
  sendReply: 'Send',
  replySent: 'Your message was sent.',
  replyClosed: 'This report no longer takes messages.',
  close: 'Close report',
  closeHint: 'If the matter is settled for you.',
  closed: 'Your report is closed.',
  reopen: 'Reopen report',
  reopened: 'Your report is open again.',
  notPossible: 'That is no longer possible. This is the present state:',

  waitTitle: 'Please wait',
  wait: (seconds: number) =>
    `Too much is sent at the moment. Try again in ${seconds} seconds.`,
  brokenTitle: 'That did not work',
  broken: 'We could not do this at the moment. Try again later.',
  unreadableTitle: 'That was too large',
  unreadable: (size: string) =>
    `Send fewer or smaller files: up to ${size} each.`,
  missingTitle: 'There is nothing here',
  missing: 'Perhaps the address was cut off.',
};

/** What the public pages say. */
export type PublicTexts = typeof en;
