/**
 * The screens and parts of screens, each loaded when it is shown, in a chunk of
 * its own; see `loadScreen.tsx`.
 */
export const screens = {
  mine: () => import('../features/queue/MyTickets').then(m => m.MyTickets),
  queue: () => import('../features/queue/Queue').then(m => m.Queue),
  all: () => import('../features/queue/AllTickets').then(m => m.AllTickets),
  mails: () => import('../features/mails/MailsPage').then(m => m.MailsPage),
  reports: () => import('../features/reports/Reports').then(m => m.Reports),
  settings: () =>
    import('../features/settings/DeskSettings').then(m => m.DeskSettings),
  newTicket: () =>
    import('../features/newTicket/NewTicketPage').then(m => m.NewTicketPage),
  ticket: () => import('../features/ticket/TicketPage').then(m => m.TicketPage),
  entityContent: () =>
    import('../features/entity/EntityTicketsContent').then(
      m => m.EntityTicketsContent,
    ),
  entityCard: () =>
    import('../features/entity/EntityTicketsCard').then(
      m => m.EntityTicketsCard,
    ),
  partyContent: () =>
    import('../features/party/PartyTicketsContent').then(
      m => m.PartyTicketsContent,
    ),
  partyCard: () =>
    import('../features/party/PartyTicketsCard').then(m => m.PartyTicketsCard),
  myTicketsWidget: () =>
    import('../features/home/MyTicketsWidget').then(m => m.MyTicketsWidget),
  teamQueueWidget: () =>
    import('../features/home/TeamQueueWidget').then(m => m.TeamQueueWidget),
  sidebarItem: () =>
    import('../features/home/TicketsSidebarItem').then(
      m => m.TicketsSidebarItem,
    ),
  searchResult: () =>
    import('../features/search/TicketResultItem').then(m => m.TicketResultItem),
};

/** Screens by their names. */
export type Screens = typeof screens;
