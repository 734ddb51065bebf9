import { useApi } from '@backstage/core-plugin-api';
import type { Absence } from '@portaldesk/plugin-tickets-common';
import { useQuery } from '@tanstack/react-query';
import { keys } from './keys';
import { ticketsApiRef } from './ticketsApiRef';
import { useDesk } from './useDesk';

const MINUTE = 60_000;

/**
 * Looks up who is away at present, as far as the caller may know: agents know
 * it of their teams, admins of everybody.
 */
export function useAbsences(): (
  ref: string | null | undefined,
) => Absence | undefined {
  const ticketsApi = useApi(ticketsApiRef);
  const { data: desk } = useDesk();
  const { data } = useQuery({
    queryKey: keys.absences,
    queryFn: ({ signal }) => ticketsApi.listAbsences({ signal }),
    enabled: desk?.caller.agent === true || desk?.caller.admin === true,
    staleTime: MINUTE,
  });
  return ref =>
    data?.items.find(
      ({ person, from }) => person === ref && Date.parse(from) <= Date.now(),
    );
}
