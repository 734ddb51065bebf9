/** What the page says. */
export interface Words {
  readonly title: string;
  readonly intro: string;
  readonly teams: string;
  readonly noMails: string;
  readonly chooseMail: string;
  readonly write: string;
  readonly answer: string;
  readonly answerTo: string;
  readonly subject: string;
  readonly message: string;
  readonly send: string;
  readonly sent: string;
  readonly from: string;
  readonly to: string;
  readonly noSubject: string;
  readonly notFound: string;
  readonly unread: string;
  readonly files: string;
  /** Before the quoted mail. */
  readonly wrote: (name: string, at: string) => string;
}

const en: Words = {
  title: 'Mails of the demo people',
  intro:
    'Choose a person to see which mails they got from the desk, to answer them, or to write to the desk. Nothing here leaves this machine.',
  teams: 'Teams',
  noMails:
    'No mails yet. File a ticket as this person, or answer one of theirs.',
  chooseMail: 'Choose a mail.',
  write: 'Write to the desk',
  answer: 'Answer',
  answerTo: 'Answer to',
  subject: 'Subject',
  message: 'Message',
  send: 'Send',
  sent: 'Sent. The desk takes it in within seconds.',
  from: 'From',
  to: 'To',
  noSubject: '(no subject)',
  notFound: 'Not found.',
  unread: 'unread',
  files: 'Files',
  wrote: (name, at) => `On ${at}, ${name} wrote:`,
};

const de: Words = {
  title: 'Mails der Demo-Personen',
  intro:
    'Wählen Sie eine Person, um ihre Mails vom Desk zu lesen, zu beantworten oder selbst an den Desk zu schreiben. Nichts davon verlässt diesen Rechner.',
  teams: 'Teams',
  noMails:
    'Noch keine Mails. Melden Sie ein Ticket als diese Person, oder antworten Sie auf eines von ihr.',
  chooseMail: 'Wählen Sie eine Mail.',
  write: 'An den Desk schreiben',
  answer: 'Antworten',
  answerTo: 'Antwort an',
  subject: 'Betreff',
  message: 'Nachricht',
  send: 'Senden',
  sent: 'Gesendet. Der Desk nimmt sie in wenigen Sekunden auf.',
  from: 'Von',
  to: 'An',
  noSubject: '(kein Betreff)',
  notFound: 'Nicht gefunden.',
  unread: 'ungelesen',
  files: 'Dateien',
  wrote: (name, at) => `Am ${at} schrieb ${name}:`,
};

export type Language = 'en' | 'de';

export const words: Readonly<Record<Language, Words>> = { en, de };
