/**
 * What the plugin calls its own lists where a portal shows titles that it cannot
 * translate. A list that still has this title is named in the reader's language.
 */
export const OWN_TITLES = {
  mine: 'My tickets',
  queue: 'Queue',
  all: 'All',
  reports: 'Reports',
  settings: 'Settings',
  mails: 'Mails',
} as const;

/** One of the plugin's own lists. */
export type OwnList = keyof typeof OWN_TITLES;

/** Tells whether the plugin has a name for this list in every language. */
export function isOwnList(id: string): id is OwnList {
  return id in OWN_TITLES;
}
