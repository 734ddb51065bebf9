/* Parts of a configuration that are right. */

export const NEW = { id: 'fresh', title: 'Fresh', type: 'new' };
export const DONE = { id: 'done', title: 'Done', type: 'closed' };
export const OFFICE = {
  id: 'office',
  timeZone: 'Europe/Berlin',
  hours: { monday: ['09:00-17:00'] },
};
export const GOLD = {
  id: 'gold',
  title: 'Gold',
  default: { response: 'PT4H' },
};
export const HELLO = { id: 'hello', title: 'Hello', body: 'Hello' };
export const FIELD = { properties: { a: { type: 'string' } } };
