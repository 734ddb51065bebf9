import { common } from './common';
import { files } from './files';
import { filters } from './filters';
import { history } from './history';
import { issues } from './issues';
import { lists } from './lists';
import { newTicket } from './newTicket';
import { ticket } from './ticket';
import { views } from './views';

/** The texts of the screens in German; the translation ref demands them all. */
const german = {
  ...common,
  ...files,
  ...filters,
  ...issues,
  ...lists,
  ...newTicket,
  ...ticket,
  ...history,
  ...views,
};

export default german;
