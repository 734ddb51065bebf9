import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { writeLastPlace } from '../../lib/lastPlace';

/** Remembers which list a person looked at last, to land there again. */
export function useLastPlace(person: string, list: string): void {
  const { search } = useLocation();
  useEffect(
    () => writeLastPlace(person, { list, search }),
    [person, list, search],
  );
}
