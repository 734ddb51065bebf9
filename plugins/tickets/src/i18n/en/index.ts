import { common } from './common';
import { history } from './history';
import { lists } from './lists';
import { newTicket } from './newTicket';
import { ticket } from './ticket';

/**
 * The texts of the screens in English, which is also what is shown where a
 * translation is missing.
 * @public
 */
export const ticketsMessages = {
  ...common,
  ...lists,
  ...newTicket,
  ...ticket,
  ...history,
} as const;
