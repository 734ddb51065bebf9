/** The form that files a ticket, in German. */
export const newTicket = {
  'newTicket.title': 'Neues Ticket',
  'newTicket.category': 'Worum geht es?',
  'newTicket.noCategory': 'Nicht sicher',
  'newTicket.noCategoryText': 'Das Support-Team ordnet es ein.',
  'newTicket.subjectHint': 'Erforderlich. Worum es geht, in einer Zeile.',
  'newTicket.subjectRequired': 'Sagen Sie in einer Zeile, worum es geht.',
  'newTicket.subjectTooLong': 'Höchstens {{max}} Zeichen.',
  'newTicket.messageHint':
    'Markdown. Je mehr wir wissen, desto schneller können wir helfen.',
  'newTicket.messageTooLong': 'Höchstens {{max}} Zeichen.',
  'newTicket.tooManyAssets': 'Höchstens {{max}} Assets.',
  'newTicket.addAsset': 'Asset hinzufügen',
  'newTicket.addAssetHint':
    'Um was aus dem Katalog geht es? Tippen Sie, um zu suchen.',
  'newTicket.removeAsset': '{{asset}} entfernen',
  'newTicket.file': 'Ticket erfassen',
  'newTicket.filing': 'Wird erfasst…',
  'newTicket.cancel': 'Abbrechen',
  'newTicket.failed':
    'Das Ticket wurde nicht erfasst: {{reason}} Ihr Text ist noch da; versuchen Sie es erneut.',
  'newTicket.checkFields':
    'Das Ticket wurde nicht erfasst. Korrigieren Sie die markierten Felder.',
  'newTicket.draftRestored': 'Ihr Entwurf ist wieder da.',
  'newTicket.discardDraft': 'Entwurf verwerfen',
  'newTicket.notAllowed.title': 'Sie dürfen keine Tickets erfassen',
  'newTicket.notAllowed.text':
    'Wenden Sie sich an die Administratoren dieses Portals, wenn Sie das sollten.',
  'similar.title':
    'Ist es eines davon? Folgen Sie ihm, statt es noch einmal zu erfassen.',
  'similar.follow': 'Folgen',
  'similar.followTicket': '{{number}} folgen',
  'similar.followed': 'Sie folgen ihm jetzt.',
  'newTicket.forAgents': 'Für das Support-Team',
  'newTicket.onBehalfOf': 'Für wen',
  'newTicket.onBehalfOfHint': 'Wer braucht es? Leer: Sie selbst.',
  'newTicket.byRules': 'Nach den Regeln',
  'newTicket.notifications': 'Benachrichtigungen',
  'newTicket.silent':
    'Die anfragende Person nicht über dieses Ticket benachrichtigen',
};
