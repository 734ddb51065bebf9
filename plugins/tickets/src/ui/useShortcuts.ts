import { useEffect, useRef } from 'react';

/** What keys do; the names are those of `KeyboardEvent.key`. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

const TYPING =
  'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';
const COVERING =
  '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/**
 * Listens to single keys wherever the focus is, but not while a person types,
 * nor while a dialog or a menu is open.
 *
 * @param shortcuts - undefined: none for the moment
 */
export function useShortcuts(shortcuts: Shortcuts | undefined): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = latest.current?.[event.key];
      if (
        !act ||
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        (event.target instanceof Element && event.target.closest(TYPING)) ||
        document.querySelector(COVERING)
      ) {
        return;
      }
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
