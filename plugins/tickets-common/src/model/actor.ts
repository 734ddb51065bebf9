/**
 * The actor of changes that the desk makes itself, such as the return of a
 * postponed ticket. It has the form of an entity reference, but with a kind
 * that the catalog does not allow, so that no entity can have it.
 * @public
 */
export const DESK_ACTOR = 'service-desk:default/portaldesk';

/**
 * What references of anonymous reporters begin with. Like that of the desk it
 * is no kind of the catalog; what follows is random, and says nothing of them.
 * @public
 */
export const ANONYMOUS_REPORTER_PREFIX = 'anonymous-reporter:default/';

/**
 * Whether a requester, author or actor is a person who reported anonymously.
 *
 * @param ref - such as `ticket.requester`
 * @public
 */
export function isAnonymousReporter(ref: string): boolean {
  return ref.startsWith(ANONYMOUS_REPORTER_PREFIX);
}
