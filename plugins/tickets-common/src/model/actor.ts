/**
 * Who did what the desk does by itself, such as bringing a postponed ticket
 * back. It is written like an entity reference, but of a kind that the catalog
 * does not allow, so that no entity can ever be meant by it.
 * @public
 */
export const DESK_ACTOR = 'service-desk:default/portaldesk';
