import { common } from './common';
import { files } from './files';
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
  ...files,
  ...lists,
  ...newTicket,
  ...ticket,
  ...history,
} as const;
