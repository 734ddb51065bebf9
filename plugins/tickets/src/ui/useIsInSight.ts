import { type RefObject, useEffect, useState } from 'react';

/** How far below what is in sight something counts as being in sight. */
const MARGIN = '400px';

/** Whether something came into sight, or nearly, since it is on the page. */
export function useIsInSight(element: RefObject<HTMLElement>): boolean {
  const [isInSight, setIsInSight] = useState(
    !('IntersectionObserver' in window),
  );
  useEffect(() => {
    if (isInSight || !element.current) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      entries =>
        entries.some(entry => entry.isIntersecting) && setIsInSight(true),
      { rootMargin: MARGIN },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, isInSight]);
  return isInSight;
}
