/** What is wrong with a part of a request, by its stable code, in German. */
export const issues = {
  'issue.required': 'Das wird gebraucht.',
  'issue.wrong-type': 'Das ist nicht von der erwarteten Art ({{expected}}).',
  'issue.wrong-format': 'Das hat nicht das erwartete Format ({{format}}).',
  'issue.not-one-of': 'Wählen Sie eines davon: {{values}}.',
  'issue.too-small': 'Das muss mindestens {{minimum}} sein.',
  'issue.too-big': 'Das darf höchstens {{maximum}} sein.',
  'issue.too-short': 'Hier braucht es mindestens {{minimum}} Zeichen.',
  'issue.too-long': 'Hier sind höchstens {{maximum}} Zeichen möglich.',
  'issue.too-few': 'Nennen Sie mindestens {{minimum}}.',
  'issue.too-many': 'Nennen Sie höchstens {{maximum}}.',
  'issue.too-deep': 'Das ist tiefer als {{maximum}} Ebenen verschachtelt.',
  'issue.repeated': 'Dasselbe ist zweimal genannt.',
  'issue.several-values': 'Hier ist nur ein Wert möglich.',
  'issue.unknown-field': 'Dieses Feld gibt es nicht.',
  'issue.wrong-field-name': 'So kann ein Feld nicht heißen.',
  'issue.invalid': 'Das ist nicht gültig.',
  'issue.unreadable': 'Die Anfrage war nicht lesbar.',
  'issue.nothing-to-change': 'Es wurde nichts geändert.',
  'issue.no-words': 'Es gibt kein Wort, nach dem zu suchen wäre.',
  'issue.ends-too-early': 'Das Ende liegt vor dem Anfang.',
  'issue.not-in-future': 'Wählen Sie einen Zeitpunkt in der Zukunft.',
  'issue.period-too-long':
    'Wählen Sie einen Zeitraum von höchstens {{maximum}} Jahren.',
  'issue.only-with': 'Das geht nur mit {{field}}: {{value}}.',
  'issue.unknown-cursor':
    'Die Liste hat sich geändert. Beginnen Sie mit der ersten Seite.',
  'issue.not-in-catalog': 'Das steht nicht im Katalog, oder nicht für Sie.',
  'issue.not-configured': 'Das gibt es hier nicht mehr.',
  'issue.more-not-configured': 'Und {{count}} weitere.',
  'issue.category-not-offered':
    'Diese Kategorie wird für das Asset nicht angeboten.',
  'issue.cannot-own-tickets': 'Diese Gruppe kann keine Tickets haben.',
  'issue.not-in-team': 'Diese Person gehört nicht zu {{team}}.',
  'issue.team-required': 'Wählen Sie erst ein Team.',
  'issue.cannot-read-ticket': 'Diese Person kann das Ticket nicht lesen.',
  'issue.owner-not-allowed':
    'Eine Ansicht kann für Sie sein oder für eines Ihrer Teams.',
  'issue.ticket-not-found': 'Dieses Ticket gibt es nicht, oder nicht für Sie.',
  'issue.message-not-found': 'Diese Antwort hat das Ticket nicht.',
  'issue.upload-not-found':
    'Diese Datei ist nicht mehr da. Hängen Sie sie noch einmal an.',
  'issue.files-too-large':
    'Die Dateien eines Tickets dürfen zusammen höchstens {{maximum}} Bytes haben.',
  'issue.empty-file': 'Diese Datei ist leer.',
  'issue.linked-to-itself':
    'Ein Ticket kann nicht mit sich selbst verknüpft werden.',
  'issue.return-time-required': 'Wählen Sie, wann das Ticket wiederkommt.',
  'issue.return-time-not-allowed':
    'Ein Ticket in diesem Status kommt nicht zu einer Zeit wieder.',
};
