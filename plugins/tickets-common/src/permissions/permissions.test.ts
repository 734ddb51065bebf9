import { ticketActionSchema } from '../vocabulary';
import { permissionsOfAction } from './actions';
import {
  deskPermissions,
  ticketPermissions,
  ticketResourcePermissions,
} from './permissions';

it('are all in the list that other packages register, each once', () => {
  const names = ticketPermissions.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual([
    'tickets.ticket.create',
    'tickets.desk.administer',
    'tickets.ticket.read',
    'tickets.ticket.reply',
    'tickets.ticket.note',
    'tickets.ticket.update',
    'tickets.ticket.assign',
    'tickets.ticket.close',
    'tickets.ticket.delete',
  ]);
});

it('can depend on the ticket where they are about one', () => {
  expect(deskPermissions.map(({ type }) => type)).toEqual(['basic', 'basic']);
  for (const permission of ticketResourcePermissions) {
    expect(permission).toMatchObject({
      type: 'resource',
      resourceType: 'tickets-ticket',
    });
  }
});

it.each(ticketActionSchema.options)('govern the action %s', action => {
  const needed = permissionsOfAction[action];
  expect(needed.length).toBeGreaterThan(0);
  expect(ticketPermissions).toEqual(expect.arrayContaining([...needed]));
});
