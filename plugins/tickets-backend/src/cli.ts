/**
 * The command `portaldesk`, as a function.
 *
 * @packageDocumentation
 */
export { type Output, runPortaldesk } from './cli/runPortaldesk';
