import { useCallback, useSyncExternalStore } from 'react';

const PREFIX = 'portaldesk.tickets.preference';

/** What is kept, as text, where the browser forbids to keep it. */
const fallback = new Map<string, string>();
const listeners = new Set<() => void>();

/**
 * What a person prefers, kept in this browser and the same wherever it is shown.
 *
 * @param read - checks what was found in the browser; undefined: forget it
 */
export function usePreference<T>(
  name: string,
  initial: T,
  read: (stored: unknown) => T | undefined,
): [T, (value: T) => void] {
  const text = useSyncExternalStore(subscribe, () => readText(name));
  const set = useCallback((value: T) => writePreference(name, value), [name]);
  return [parse(text, read) ?? initial, set];
}

/** Reads a preference outside of a component. */
export function readPreference<T>(
  name: string,
  read: (stored: unknown) => T | undefined,
): T | undefined {
  return parse(readText(name), read);
}

/** Keeps a preference, and shows it wherever it matters. */
export function writePreference(name: string, value: unknown): void {
  const key = `${PREFIX}.${name}`;
  const text = JSON.stringify(value);
  fallback.set(key, text);
  try {
    window.localStorage.setItem(key, text);
  } catch {
    // then it is kept until the page is left
  }
  listeners.forEach(listener => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function readText(name: string): string | undefined {
  const key = `${PREFIX}.${name}`;
  try {
    return window.localStorage.getItem(key) ?? undefined;
  } catch {
    return fallback.get(key);
  }
}

function parse<T>(
  text: string | undefined,
  read: (stored: unknown) => T | undefined,
): T | undefined {
  try {
    return text === undefined ? undefined : read(JSON.parse(text));
  } catch {
    return undefined;
  }
}
