import { useCallback, useRef, useState } from 'react';

const PREFIX = 'portaldesk.tickets.draft';

/** A text that is being written, kept in this browser until it is sent. */
export interface Draft<T> {
  value: T;
  /** Whether it was there when the screen opened. */
  restored: boolean;
  change(part: Partial<T>): void;
  /**
   * Forgets it, here and in the browser.
   *
   * @param kept - what stays of it
   */
  clear(kept?: Partial<T>): void;
}

/**
 * Keeps what is typed over a reload.
 *
 * @param name - what is written, and by whom; another name is another draft,
 *   so the component that calls this must be keyed by it
 * @param empty - the draft before anything was typed
 * @param read - checks what was found in the browser; undefined: nothing worth
 *   to be kept
 */
export function useDraft<T extends object>(
  name: string,
  empty: T,
  read: (stored: unknown) => T | undefined,
): Draft<T> {
  const storageKey = `${PREFIX}.${name}`;
  const [stored] = useState(() => readItem(storageKey, read));
  const [value, setValue] = useState(stored ?? empty);
  const [restored, setRestored] = useState(stored !== undefined);
  // The newest value, also for changes that come before the next rendering.
  const latest = useRef(value);
  const start = useRef(empty);

  const change = useCallback(
    (part: Partial<T>) => {
      latest.current = { ...latest.current, ...part };
      setValue(latest.current);
      writeItem(storageKey, read(latest.current));
    },
    [storageKey, read],
  );

  const clear = useCallback(
    (kept?: Partial<T>) => {
      latest.current = { ...start.current, ...kept };
      setValue(latest.current);
      setRestored(false);
      writeItem(storageKey, undefined);
    },
    [storageKey],
  );

  return { value, restored, change, clear };
}

// A browser may forbid or run out of storage; drafts are then not kept, and
// everything else goes on.
function readItem<T>(key: string, read: (stored: unknown) => T | undefined) {
  try {
    const text = window.localStorage.getItem(key);
    return text === null ? undefined : read(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function writeItem(key: string, value: unknown) {
  try {
    if (value === undefined) {
      window.localStorage.removeItem(key);
    } else {
      window.localStorage.setItem(key, JSON.stringify(value));
    }
  } catch {
    // see above
  }
}
