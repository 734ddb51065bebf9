import type { PublicTexts } from './en';

/** What the public pages say, in German. */
export const de: PublicTexts = {
  switchLanguage: 'English',
  nothingKept:
    'Diese Seite braucht kein Skript und setzt kein Cookie. Von Ihnen behalten wir nur, was Sie schreiben.',

  channelsTitle: 'Was möchten Sie melden?',
  haveInbox: 'Ich habe etwas gemeldet und möchte die Antworten sehen',
  openInbox: 'Mein Postfach öffnen',
  reportNew: 'Etwas melden',

  reportIntro:
    'Sie melden anonym: Wir behalten weder Ihre Adresse noch, welchen Browser Sie benutzen. Nach dem Absenden erhalten Sie vier Wörter und eine Zahl. Damit lesen Sie unsere Antworten und können mehr schreiben.',
  reportAdvice:
    'Wer weiß, was nur Sie wissen, kann Sie vielleicht erkennen. Auf einem Rechner Ihres Arbeitgebers können andere womöglich sehen, dass Sie auf dieser Seite waren.',
  category: 'Worum geht es?',
  chooseCategory: 'Bitte wählen',
  subject: 'Betreff',
  message: 'Was ist geschehen?',
  messageHint: 'Wo und wann, wer war beteiligt, und woher wissen Sie davon?',
  contact: 'Wie erreichen wir Sie? (freiwillig)',
  contactHint:
    'Nur wenn Sie Ihre Anonymität aufgeben möchten: Name, Telefonnummer, Anschrift. Alle, die Ihre Meldung bearbeiten, lesen es.',
  contactLine: contact => `Kontakt: ${contact}`,
  files: 'Dateien (freiwillig)',
  filesHint: (count, size) =>
    `Bis zu ${count} reine Textdateien (.txt, .csv, .md) von je ${size}. Bilder, PDF und Office-Dokumente sagen an verborgenen Stellen, wer sie wo und wann gemacht hat; das können wir nicht sicher entfernen. Beschreiben Sie bitte, was darin ist, oder kopieren Sie den Text.`,
  honeypot: 'Lassen Sie dieses Feld leer',
  send: 'Meldung absenden',

  errors: 'Noch nicht gesendet. Bitte sehen Sie sich das an:',
  needed: {
    category: 'Wählen Sie, worum es geht.',
    subject: 'Schreiben Sie einen Betreff.',
    message: 'Schreiben Sie, was geschehen ist.',
    reply: 'Schreiben Sie etwas, oder fügen Sie eine Datei hinzu.',
  },
  tooLong: most => `Verwenden Sie höchstens ${most} Zeichen.`,
  wrongText:
    'Dieser Text kann so nicht aufbewahrt werden. Schreiben Sie ihn einfacher.',
  tooManyFiles: most => `Senden Sie höchstens ${most} Dateien auf einmal.`,
  fileTooLarge: (name, size) => `„${name}“ ist größer als ${size}.`,
  fileNotCleanable: name =>
    `„${name}“ wurde nicht angenommen: Es ist kein reiner Text, und so können wir nicht sicher entfernen, was es über Sie sagt. Kopieren Sie den Text in das Formular oder in eine .txt-Datei, und beschreiben Sie Bilder in Worten.`,
  fileEmpty: name => `„${name}“ ist leer.`,
  filesAgain:
    'Wählen Sie Ihre Dateien noch einmal; eine Seite kann sie nicht behalten.',
  honeypotFilled: 'Leeren Sie das Feld, das leer bleiben soll.',
  formTooOld: 'Das Formular war zu lange offen. Senden Sie es noch einmal.',

  sentTitle: 'Ihre Meldung ist abgesendet',
  keepWords:
    'Bewahren Sie diese Wörter auf. Nur mit ihnen kommen Sie zu Ihrer Meldung zurück:',
  wordsOnce:
    'Sie werden nur dieses eine Mal gezeigt. Niemand kann sie herausfinden oder Ihnen neue geben, auch wir nicht.',
  wordsAdvice:
    'Schreiben Sie sie auf oder drucken Sie diese Seite, und bewahren Sie sie nicht auf, wo andere hinsehen.',
  saveWords: 'Als Textdatei speichern',
  wordsFile: words => `Die Wörter, die Ihr Postfach öffnen:\n\n${words}\n`,
  sentBeforeTitle: 'Diese Meldung ist schon abgesendet',
  sentBefore:
    'Sie wurde einmal gesendet, und jetzt wurde nichts gesendet. Die Wörter, die ihr Postfach öffnen, wurden beim Absenden gezeigt; niemand kann sie noch herausfinden. Wenn Sie sie nicht gesehen haben, melden Sie es bitte noch einmal.',

  signInTitle: 'Ihr Postfach',
  words: 'Ihre vier Wörter und die Zahl',
  wordsHint:
    'So, wie Sie sie notiert haben, etwa bakuro-timela-sonude-radiko-4821.',
  wordsWrong:
    'Diese Wörter öffnen kein Postfach. Prüfen Sie jeden Buchstaben. Was vor langer Zeit gemeldet wurde, kann gelöscht sein.',
  sessionOver:
    'Ihr Postfach wurde geschlossen. Geben Sie Ihre Wörter ein, um es wieder zu öffnen.',
  keptText: 'Was Sie geschrieben haben',

  inboxTitle: 'Ihre Meldung',
  inboxPrivacy:
    'Schließen Sie das Postfach, wenn Sie gehen. Das Team sieht nicht, wann Sie hier sind und lesen.',
  leave: 'Postfach schließen',
  refresh: 'Nach Antworten sehen',
  leftTitle: 'Ihr Postfach ist geschlossen',
  left: 'Um zurückzukehren, brauchen Sie Ihre Wörter.',
  sentOn: 'Abgesendet am',
  status: 'Stand',
  statuses: {
    'in-progress': 'In Bearbeitung',
    'answer-expected': 'Wir warten auf Ihre Antwort',
    postponed: 'Zurückgestellt',
    closed: 'Geschlossen',
  },
  conversation: 'Nachrichten',
  you: 'Sie',
  team: 'Das Team',
  removed: 'Diese Nachricht wurde entfernt.',
  attachedFiles: 'Dateien',
  download: name => `${name} herunterladen`,
  older: 'Ältere Nachrichten werden nicht gezeigt.',
  deleteUnread: 'Zurücknehmen',
  deleteHint:
    'Niemand hat Ihre Meldung seitdem geöffnet. Wenn Sie diese Nachricht zurücknehmen, werden ihr Text und ihre Dateien endgültig gelöscht. Eine Mail an das Team kann sie schon zitiert haben.',
  messageDeleted: 'Ihre Nachricht ist gelöscht.',
  deleteTooLate:
    'Jemand hat diese Nachricht gelesen; sie kann nicht mehr gelöscht werden.',
  reply: 'Nachricht schreiben',
  sendReply: 'Absenden',
  replySent: 'Ihre Nachricht ist abgesendet.',
  replyClosed: 'Diese Meldung nimmt keine Nachrichten mehr an.',
  close: 'Meldung schließen',
  closeHint: 'Wenn die Sache für Sie erledigt ist.',
  closed: 'Ihre Meldung ist geschlossen.',
  reopen: 'Meldung wieder öffnen',
  reopened: 'Ihre Meldung ist wieder offen.',
  notPossible: 'Das ist nicht mehr möglich. So ist der Stand jetzt:',

  waitTitle: 'Bitte warten Sie',
  wait: seconds =>
    `Gerade wird zu viel gesendet. Versuchen Sie es in ${seconds} Sekunden noch einmal.`,
  brokenTitle: 'Das hat nicht geklappt',
  broken:
    'Das konnten wir gerade nicht tun. Versuchen Sie es später noch einmal.',
  unreadableTitle: 'Das war zu groß',
  unreadable: size =>
    `Senden Sie weniger oder kleinere Dateien: bis zu ${size} je Datei.`,
  missingTitle: 'Hier ist nichts',
  missing: 'Vielleicht ist die Adresse abgeschnitten.',
};
