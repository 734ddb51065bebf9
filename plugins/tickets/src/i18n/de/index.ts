import { common } from './common';
import { files } from './files';
import { history } from './history';
import { lists } from './lists';
import { newTicket } from './newTicket';
import { ticket } from './ticket';

/** The texts of the screens in German; the translation ref demands them all. */
const german = {
  ...common,
  ...files,
  ...lists,
  ...newTicket,
  ...ticket,
  ...history,
};

export default german;
