/** The widgets of the portal's home page and its sidebar, in German. */
export const home = {
  'home.queue': 'Warteschlange meines Teams',
  'home.noTeam': 'Sie sind in keinem Team, das Tickets bearbeitet',
  'home.noTeamText': 'Ihre eigenen Tickets stehen unter „Meine Tickets“.',
  'home.allTaken': 'Alle offenen Tickets Ihrer Teams sind übernommen.',
  'home.waiting': '{{number}} warten auf Sie',
};
