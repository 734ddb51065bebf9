/**
 * Kinds that are people, groups of them or bookkeeping of the catalog: nothing
 * that one files a ticket about.
 */
export const EXCLUDED_KINDS = ['user', 'group', 'location'];
