// What all screens share; `loadScreen.tsx` says why it is one module.
export { PortalPage } from './PortalPage';
export { screens } from './screens';
export { TicketsPage } from './TicketsPage';
