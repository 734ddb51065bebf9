import { type RefObject, useEffect, useState } from 'react';

/** Whether something is wider than the frame in which it scrolls. */
export function useIsOverflowing(frame: RefObject<HTMLElement>): boolean {
  const [isOverflowing, setIsOverflowing] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element || !('ResizeObserver' in window)) {
      return undefined;
    }
    // Begins with a first report of each.
    const observer = new ResizeObserver(() =>
      setIsOverflowing(element.scrollWidth > element.clientWidth),
    );
    for (const each of [element, ...element.children]) {
      observer.observe(each);
    }
    return () => observer.disconnect();
  }, [frame]);
  return isOverflowing;
}
