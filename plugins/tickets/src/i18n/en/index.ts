import { bulk } from './bulk';
import { canned } from './canned';
import { common } from './common';
import { entity } from './entity';
import { files } from './files';
import { filters } from './filters';
import { forms } from './forms';
import { history } from './history';
import { home } from './home';
import { issues } from './issues';
import { keys } from './keys';
import { lists } from './lists';
import { mails } from './mails';
import { newTicket } from './newTicket';
import { redaction } from './redaction';
import { refusals } from './refusals';
import { relations } from './relations';
import { reports } from './reports';
import { settings } from './settings';
import { ticket } from './ticket';
import { views } from './views';

/**
 * The texts of the screens in English, which is also what is shown where a
 * translation is missing.
 * @public
 */
export const ticketsMessages = {
  ...bulk,
  ...canned,
  ...common,
  ...entity,
  ...files,
  ...filters,
  ...forms,
  ...home,
  ...issues,
  ...keys,
  ...lists,
  ...mails,
  ...newTicket,
  ...redaction,
  ...refusals,
  ...relations,
  ...reports,
  ...settings,
  ...ticket,
  ...history,
  ...views,
} as const;
