/**
 * The language of Portaldesk tickets: schemas, permissions, the contract of the
 * HTTP API and its typed client.
 *
 * @packageDocumentation
 */
export * from './client';
export * from './contract';
export * from './markdown';
export * from './model';
export * from './permissions';
export * from './requests';
export * from './text';
export * from './vocabulary';
