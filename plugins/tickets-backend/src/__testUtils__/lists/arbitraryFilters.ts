import {
  type TicketFilter,
  type TicketSort,
  channelSchema,
  lightSchema,
  statusTypeSchema,
  ticketSortSchema,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import { categories, groups, people, statuses } from '../arbitraryTickets';
import { day } from './arbitraryTicketSets';

const some = <T>(...values: T[]) => fc.subarray(values, { minLength: 1 });
const flag = fc.boolean();
const instant = fc
  .integer({ min: 0, max: 5 })
  .map(index => day(index).toISOString());

/** Values for each filter. */
const filterArbitraries: {
  [Name in keyof TicketFilter]-?: fc.Arbitrary<TicketFilter[Name]>;
} = {
  state: fc.constantFrom('open', 'closed', 'archived'),
  light: some(...lightSchema.options),
  status: some('configured-no-more', ...statuses.all.map(({ id }) => id)),
  type: some(...statusTypeSchema.options),
  category: some('unknown', ...categories),
  priority: some('low', 'normal', 'high', 'no-more'),
  visibility: some(...visibilitySchema.options),
  channel: some(...channelSchema.options),
  rating: some(1, 2, 3, 4, 5),
  requester: some(...people),
  organisation: some('none', ...groups),
  team: some('none', ...groups),
  assignee: some('none', ...people),
  asset: some('component:default/0', 'component:default/1', 'api:default/a'),
  entity: some('api:default/a', 'api:default/b', 'component:default/0'),
  system: some('none', 'system:default/s', 'system:default/t'),
  tag: some('vpn', 'mail', 'c++', 'unused'),
  field: some(
    ...['region:eu', 'region:us', 'region:asia', 'region:a:b', 'cost:5'],
    ...['cost:true', 'cost:nested', 'unknown:eu'],
  ),
  createdFrom: instant,
  createdTo: instant,
  updatedFrom: instant,
  updatedTo: instant,
  endedFrom: instant,
  endedTo: instant,
  dueFrom: instant,
  dueTo: instant,
  overdue: flag,
  unread: flag,
  watching: flag,
  text: fc.constantFrom(
    ...[
      'alpha',
      'alph',
      'BETA',
      'alpha -beta',
      '"alpha beta"',
      'apfel',
      'aepfel',
    ],
    ...['zet', 'T1', 'eu', 'a-b', 'two lines', '5', '-alpha', 'unused'],
    ...['t3', '#7', 'ticket T005', '[T11]'],
  ),
};

export const filterNames = Object.keys(
  filterArbitraries,
) as (keyof typeof filterArbitraries)[];

/** A value for every filter. */
const everyFilter = fc.record(filterArbitraries);

/** Each filter alone. */
export const lonelyFilters: fc.Arbitrary<TicketFilter[]> = everyFilter.map(
  values => filterNames.map(name => ({ [name]: values[name] })),
);

/** None, or some filters together, often with a text. */
const combinedFilter: fc.Arbitrary<TicketFilter> = fc
  .tuple(
    everyFilter,
    fc.subarray(filterNames, { maxLength: 3 }),
    fc.constantFrom<(keyof TicketFilter)[]>([], [], ['text']),
  )
  .map(([values, names, more]) =>
    Object.fromEntries([...names, ...more].map(name => [name, values[name]])),
  );

/** What is asked of a list. */
export interface Asked {
  readonly filter: TicketFilter;
  readonly sort: TicketSort;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
}

/** Each sort key in both orders, with random filters and sizes of pages. */
export const sortedLists: fc.Arbitrary<Asked[]> = fc
  .tuple(
    ...ticketSortSchema.options.flatMap(sort =>
      (['asc', 'desc'] as const).map(order =>
        fc.record({
          filter: combinedFilter,
          sort: fc.constant(sort),
          order: fc.constant(order),
          limit: fc.integer({ min: 1, max: 12 }),
        }),
      ),
    ),
  )
  .map(lists => [...lists]);
