/** Removing what a message says, in German. */
export const redaction = {
  'redaction.title': 'Inhalt dieser Nachricht entfernen',
  'redaction.text':
    'Text und Dateien werden endgültig entfernt: hier, aus der Suche und aus dem Speicher. Der Verlauf sagt, dass Sie es waren, und warum. Mails, die schon verschickt sind, behalten ihn.',
  'redaction.what': 'Was entfernt wird',
  'redaction.all': 'Die ganze Nachricht',
  'redaction.files': 'Einige ihrer Dateien',
  'redaction.whichFiles': 'Dateien',
  'redaction.reason': 'Grund',
  'redaction.reasonHint':
    'Für Agenten. Wiederholen Sie nicht, was entfernt wird.',
  'redaction.submit': 'Endgültig entfernen',
  'redaction.done': 'Der Inhalt ist entfernt.',
  'redaction.by': 'Der Inhalt dieser Nachricht wurde entfernt von',
};
