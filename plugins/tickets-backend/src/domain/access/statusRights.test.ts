import { statuses } from '../../__testUtils__/arbitraryTickets';
import { actionBySetting } from './statusRights';

it.each([
  ['new', 'doing', 'change-status'],
  ['doing', 'configured-no-more', 'change-status'],
  ['doing', 'done', 'solve'],
  ['new', 'closed', 'close'],
  ['done', 'closed', 'close'],
  ['closed', 'done', 'solve'],
  ['done', 'doing', 'reopen'],
  ['closed', 'new', 'reopen'],
])('going from %s to %s comes to: %s', (from, to, action) => {
  expect(actionBySetting(statuses, from, to)).toBe(action);
});
