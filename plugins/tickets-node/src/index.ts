/**
 * What other Backstage backend plugins and modules build on to work with
 * Portaldesk tickets.
 *
 * @packageDocumentation
 */
export * from './ticketChannel';
export * from './permissions';
export * from './ticketImport';
export * from './ticketIntake';
export * from './ticketsService';
