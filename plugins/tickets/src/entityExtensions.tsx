import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { EXCLUDED_KINDS } from './lib/excludedKinds';
import { showScreen } from './page/loadScreen';
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
    loader: () => showScreen('entityContent'),
  },
});

const entityTicketsCard = EntityCardBlueprint.make({
  params: {
    filter: anyAsset,
    loader: () => showScreen('entityCard'),
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
    loader: () => showScreen('partyContent'),
  },
});

const partyTicketsCard = EntityCardBlueprint.make({
  name: 'party',
  params: {
    filter: anyParty,
    loader: () => showScreen('partyCard'),
  },
});

/** What stands on pages of the catalog in the new frontend system. */
export const entityExtensions = [
  entityTicketsContent,
  entityTicketsCard,
  partyTicketsContent,
  partyTicketsCard,
];
