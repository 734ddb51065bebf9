import { useCallback, useState } from 'react';

const PREFIX = 'portaldesk.tickets.session';

/**
 * State that this window of the browser keeps over a reload, and forgets when it
 * is closed.
 *
 * @param name - whose state of what it is; another name is another state, so the
 *   component that calls this must be keyed by it
 * @param read - checks what was found in the browser; undefined: forget it
 */
export function useSessionState<T>(
  name: string,
  initial: T,
  read: (stored: unknown) => T | undefined,
): [T, (value: T) => void] {
  const storageKey = `${PREFIX}.${name}`;
  const [value, setValue] = useState(
    () => readItem(storageKey, read) ?? initial,
  );
  const set = useCallback(
    (next: T) => {
      setValue(next);
      writeItem(storageKey, next);
    },
    [storageKey],
  );
  return [value, set];
}

// A browser may forbid or run out of storage; a reload then forgets.
function readItem<T>(key: string, read: (stored: unknown) => T | undefined) {
  try {
    const text = window.sessionStorage.getItem(key);
    return text === null ? undefined : read(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function writeItem(key: string, value: unknown) {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // see above
  }
}
