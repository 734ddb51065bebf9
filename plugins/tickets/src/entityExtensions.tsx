import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { EXCLUDED_KINDS } from './lib/excludedKinds';
import { entityTicketsRouteRef, partyTicketsRouteRef } from './routes';
import { TicketsIcon } from './ui/icons';

const ICON = <TicketsIcon fontSize="inherit" />;

/** Whatever one can have trouble with. */
const anyAsset = { $not: { kind: { $in: EXCLUDED_KINDS } } };

const entityTicketsContent = EntityContentBlueprint.make({
  params: {
    path: '/tickets',
    title: 'Tickets',
    icon: ICON,
    routeRef: entityTicketsRouteRef,
    filter: anyAsset,
    loader: () =>
      import('./features/entity/EntityTicketsContent').then(m => (
        <m.EntityTicketsContent />
      )),
  },
});

const entityTicketsCard = EntityCardBlueprint.make({
  params: {
    filter: anyAsset,
    loader: () =>
      import('./features/entity/EntityTicketsCard').then(m => (
        <m.EntityTicketsCard />
      )),
  },
});

/** Groups and people have tickets of their own, and are no assets. */
const anyParty = { kind: { $in: ['group', 'user'] } };

const partyTicketsContent = EntityContentBlueprint.make({
  name: 'party',
  params: {
    path: '/tickets',
    title: 'Tickets',
    icon: ICON,
    routeRef: partyTicketsRouteRef,
    filter: anyParty,
    loader: () =>
      import('./features/party/PartyTicketsContent').then(m => (
        <m.PartyTicketsContent />
      )),
  },
});

const partyTicketsCard = EntityCardBlueprint.make({
  name: 'party',
  params: {
    filter: anyParty,
    loader: () =>
      import('./features/party/PartyTicketsCard').then(m => (
        <m.PartyTicketsCard />
      )),
  },
});

/** What stands on pages of the catalog in the new frontend system. */
export const entityExtensions = [
  entityTicketsContent,
  entityTicketsCard,
  partyTicketsContent,
  partyTicketsCard,
];
