/** The widgets of the portal's home page and its sidebar, in English. */
export const home = {
  'home.queue': 'My team’s queue',
  'home.noTeam': 'You are in no team that works on tickets',
  'home.noTeamText': 'Your own tickets are under “My tickets”.',
  'home.allTaken': 'Every open ticket of your teams is taken.',
  'home.waiting': '{{number}} wait for you',
} as const;
