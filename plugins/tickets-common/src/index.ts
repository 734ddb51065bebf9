/**
 * The language of Portaldesk tickets: schemas, permissions and the typed client.
 *
 * @packageDocumentation
 */
export * from './client';
export * from './markdown';
export * from './model';
export * from './permissions';
export * from './requests';
export * from './text';
