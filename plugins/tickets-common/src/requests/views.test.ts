import { listTicketsQuerySchema } from './listTickets';
import { type TicketFilter, ticketFilterSchema } from './ticketFilter';
import { createViewRequestSchema, editViewRequestSchema } from './views';

/** One value of every filter, as it stands in an address. */
const everyFilter: Record<keyof TicketFilter, string> = {
  state: 'open',
  light: 'red',
  status: 'new',
  type: 'waiting-requester',
  category: 'incident',
  priority: 'high',
  visibility: 'public',
  channel: 'portal',
  rating: '4',
  requester: 'User:Default/Jane',
  organisation: 'none',
  team: 'Group:Default/Support',
  assignee: 'none',
  asset: 'Component:Ledger',
  entity: 'api:default/orders',
  system: 'none',
  tag: 'VPN',
  field: 'region:eu',
  createdFrom: '2026-01-01T00:00:00+02:00',
  createdTo: '2026-01-02T00:00:00Z',
  updatedFrom: '2026-01-01T00:00:00Z',
  updatedTo: '2026-01-02T00:00:00Z',
  endedFrom: '2026-01-01T00:00:00Z',
  endedTo: '2026-01-02T00:00:00Z',
  dueFrom: '2026-01-01T00:00:00Z',
  dueTo: '2026-01-02T00:00:00Z',
  overdue: 'true',
  unread: 'false',
  watching: 'true',
};

describe('the filter of a saved view', () => {
  it.each(Object.entries(everyFilter))(
    'is that of the list after it was kept as JSON: %s=%s',
    (name, value) => {
      const asked = ticketFilterSchema.parse({ [name]: value });
      const { filter } = createViewRequestSchema.parse({
        name: 'View',
        filter: { [name]: value },
      });
      expect(filter).toEqual(asked);
      const kept = JSON.parse(JSON.stringify(filter));
      expect(ticketFilterSchema.parse(kept)).toEqual(asked);
    },
  );

  it('knows every sort key of the list', () => {
    for (const sort of listTicketsQuerySchema.shape.sort.unwrap().options) {
      expect(editViewRequestSchema.parse({ sort })).toEqual({ sort });
    }
  });
});
