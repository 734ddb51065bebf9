/**
 * The actor of changes that the desk makes itself, such as the return of a
 * postponed ticket. It has the form of an entity reference, but with a kind
 * that the catalog does not allow, so that no entity can have it.
 * @public
 */
export const DESK_ACTOR = 'service-desk:default/portaldesk';
