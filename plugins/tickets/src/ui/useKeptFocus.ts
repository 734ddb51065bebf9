import { type RefObject, useEffect } from 'react';
import { focusFirst } from './focusFirst';

/**
 * Keeps the focus of the keyboard near where it was when the button that had it
 * goes away or was out of use for a moment: otherwise it falls back to the
 * beginning of the page.
 */
export function useKeptFocus(root: RefObject<HTMLElement>): void {
  useEffect(() => {
    const element = root.current;
    if (!element) {
      return undefined;
    }
    // the element that had the focus last, and all that it was in
    let path: Element[] = [];
    const onFocusIn = ({ target }: FocusEvent) => {
      path = [];
      for (
        let at = target instanceof Element ? target : null;
        at && at !== element;
        at = at.parentElement
      ) {
        path.push(at);
      }
    };
    const forget = () => {
      path = [];
    };
    const onChange = () => {
      const [last] = path;
      if (!last || document.activeElement !== document.body) {
        return;
      }
      if (last.isConnected) {
        if (last instanceof HTMLElement && !last.matches(':disabled')) {
          last.focus();
        }
        return;
      }
      const left = [...path.filter(at => at.isConnected), element];
      left.some(at => {
        focusFirst(at);
        return document.activeElement !== document.body;
      });
    };
    const observer = new MutationObserver(onChange);
    observer.observe(element, {
      childList: true,
      subtree: true,
      attributeFilter: ['disabled'],
    });
    element.addEventListener('focusin', onFocusIn);
    // who presses beside everything wants the focus nowhere
    document.addEventListener('pointerdown', forget, true);
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('pointerdown', forget, true);
    };
  }, [root]);
}
