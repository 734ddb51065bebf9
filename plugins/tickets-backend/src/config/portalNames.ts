/*
 * Names that every portal of Backstage 1.55 knows. Others can be added by an
 * app or a catalog of one's own.
 */

/** Ids of the icons that the app plugin registers. */
export const PORTAL_ICONS: readonly string[] = [
  'brokenImage',
  'catalog',
  'chat',
  'dashboard',
  'docs',
  'email',
  'externalLink',
  'github',
  'group',
  'help',
  'kind:api',
  'kind:component',
  'kind:domain',
  'kind:group',
  'kind:location',
  'kind:resource',
  'kind:system',
  'kind:template',
  'kind:user',
  'scaffolder',
  'search',
  'star',
  'techdocs',
  'unstarred',
  'user',
  'warning',
];

/** Kinds of entities in lower case. */
export const CATALOG_KINDS: readonly string[] = [
  'api',
  'component',
  'domain',
  'group',
  'location',
  'resource',
  'system',
  'template',
  'user',
];
