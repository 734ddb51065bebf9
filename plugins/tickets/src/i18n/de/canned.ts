/** Canned replies, in German. */
export const canned = {
  'canned.button': 'Textbausteine',
  'canned.title': 'Textbausteine',
  'canned.loading': 'Die Textbausteine werden geladen',
  'canned.failed': 'Die Textbausteine konnten nicht geladen werden',
  'canned.reply': 'Textbaustein',
  'canned.none': 'Zum Ticket passt keiner.',
  'canned.how': 'Was damit geschieht',
  'canned.insertAs': 'Einfügen und noch ändern',
  'canned.sendAs': 'Senden, wie er ist',
  'canned.insert': 'Einfügen',
  'canned.send': 'Senden',
  'canned.changes': 'Beim Senden wird auch gesetzt: {{changes}}.',
  'canned.noChanges': 'Beim Einfügen bleibt Ihnen überlassen: {{changes}}.',
};
