/** The fields that a category's form asks for, in German. */
export const forms = {
  'form.loading': 'Das Formular wird geladen',
  'form.failed':
    'Das Formular konnte nicht geladen werden. Laden Sie die Seite neu; was Sie eingegeben haben, bleibt erhalten.',
  'form.notLoaded':
    'Das Ticket wurde nicht erfasst, weil sein Formular nicht geladen ist.',
  'form.required': '{{field}} (erforderlich)',
  'form.row': '{{field}}, {{row}}',
  'form.choose': 'Auswählen…',
  'form.none': 'Keine Angabe',
  'form.add': 'Hinzufügen',
  'form.addTo': 'Zu {{field}} hinzufügen',
  'form.removeRow': '{{field}}, {{row}} entfernen',
  'form.option': 'Möglichkeit {{number}}',
  'form.edit': 'Antworten bearbeiten',
  'form.fillIn': 'Formular ausfüllen',
  'form.editTitle': 'Antworten von {{number}} bearbeiten',
} as const;
