import { readPreference, writePreference } from './usePreference';

/** A list, and what of it was shown. */
export interface LastPlace {
  /** The id of the list. */
  list: string;
  /** With its question mark; empty: nothing. */
  search: string;
}

const nameFor = (person: string) => `place ${person}`;

/** Where a person was last in this browser. */
export function readLastPlace(person: string): LastPlace | undefined {
  return readPreference(nameFor(person), stored => {
    const { list, search } = Object(stored);
    return typeof list === 'string' && typeof search === 'string'
      ? { list, search }
      : undefined;
  });
}

/** Remembers where a person is. */
export function writeLastPlace(person: string, place: LastPlace): void {
  writePreference(nameFor(person), place);
}
