/** The lists, in German. */
export const lists = {
  'tabs.label': 'Ticketlisten',
  'tabs.mine': 'Meine Tickets',
  'tabs.queue': 'Warteschlange',
  'tabs.reports': 'Berichte',
  'tabs.settings': 'Einstellungen',
  'tabs.all': 'Alle',
  'tabs.mails': 'Mails',
  'sort.label': 'Sortieren nach',
  'sort.updatedAt-desc': 'Zuletzt geändert',
  'sort.updatedAt-asc': 'Am längsten unverändert',
  'sort.createdAt-desc': 'Neueste',
  'sort.createdAt-asc': 'Älteste',
  'list.label': 'Tickets',
  'list.loading': 'Tickets werden geladen',
  'list.failed': 'Die Tickets konnten nicht geladen werden',
  'list.moreAssets': 'und {{number}} weitere',
  'list.total_one': '{{count}} Ticket',
  'list.total_other': '{{count}} Tickets',
  'list.totalAtLeast': 'Mindestens {{number}} Tickets',
  'list.page': 'Seite {{page}}',
  'list.previous': 'Vorherige Seite',
  'list.next': 'Nächste Seite',
  'list.rowsPerPage': 'Zeilen pro Seite',
  'empty.mine.title': 'Sie haben keine offenen Tickets',
  'empty.mine.text':
    'Ist etwas kaputt, fehlt etwas oder ist etwas unklar? Erfassen Sie ein Ticket, das richtige Team sieht es.',
  'empty.queue.forbidden.title':
    'Warteschlangen sind für die Teams, die Tickets bearbeiten',
  'empty.queue.forbidden.text':
    'Was Sie erfasst haben, steht unter „Meine Tickets“.',
  'empty.queue.title': 'Hier ist nichts zu tun',
  'empty.queue.text':
    'In dieser Ansicht liegt kein Ticket dieses Teams. Schauen Sie in eine andere Ansicht oder ein anderes Team.',
  'empty.all.title': 'Hier sind keine Tickets',
  'empty.all.text':
    'In dieser Liste gibt es kein Ticket, das Sie sehen dürfen.',
  'empty.filtered.title': 'Kein Ticket passt',
  'empty.filtered.text':
    'Entfernen Sie einen Filter, um mehr Tickets zu sehen.',
  'sort.priority-desc': 'Dringendste',
  'sort.dueAt-asc': 'Zuerst fällig',
  'list.late': 'Überfällig',
  'list.unread': 'Ungelesen:',
  'empty.answer.title': 'Nichts wartet auf Sie',
  'empty.answer.text':
    'Hier stehen Tickets, zu denen das Team eine Antwort von Ihnen braucht.',
  'empty.closed.title': 'Noch keine geschlossenen Tickets',
  'empty.closed.text':
    'Hier stehen Ihre Tickets, die gelöst oder geschlossen wurden.',
};
