import { type Ticket, ticketSchema } from '../../model';
import type { OrganisationAccessRequest, PersonRequest } from '../../requests';
import { type Call, json, ticketPath } from '../Call';
import type { TicketsChangeOptions } from '../TicketsApi';

export const addPerson = (
  ticket: string,
  body: PersonRequest,
  options?: TicketsChangeOptions,
): Call<Ticket> => ({
  method: 'PUT',
  path: ticketPath(ticket, 'people'),
  body,
  options,
  read: json(ticketSchema),
});

export const removePerson = (
  ticket: string,
  { ref, role }: PersonRequest,
  options?: TicketsChangeOptions,
): Call<Ticket> => ({
  method: 'DELETE',
  path: ticketPath(ticket, 'people'),
  query: { ref, role },
  options,
  read: json(ticketSchema),
});

export const setOrganisationAccess = (
  ticket: string,
  body: OrganisationAccessRequest,
  options?: TicketsChangeOptions,
): Call<Ticket> => ({
  method: 'PUT',
  path: ticketPath(ticket, 'organisation-access'),
  body,
  options,
  read: json(ticketSchema),
});
