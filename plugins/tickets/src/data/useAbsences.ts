import type { Absence } from '@portaldesk/plugin-tickets-common';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from './useDesk';
import { useDeskQueries } from './useDeskQueries';

/**
 * Looks up who is away at present, as far as the caller may know: agents know
 * it of their teams, admins of everybody.
 */
export function useAbsences(): (
  ref: string | null | undefined,
) => Absence | undefined {
  const { data: desk } = useDesk();
  const { data } = useQuery({
    ...useDeskQueries().absences(),
    enabled: desk?.caller.agent === true || desk?.caller.admin === true,
  });
  return ref =>
    data?.items.find(
      ({ person, from }) => person === ref && Date.parse(from) <= Date.now(),
    );
}
