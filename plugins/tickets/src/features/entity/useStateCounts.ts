import { lightSchema } from '@portaldesk/plugin-tickets-common';
import { useTicketCounts } from '../../data';

/** How many tickets about an entity are open, and how many are not. */
export function useStateCounts(asset: string) {
  const counts = useTicketCounts({ asset: [asset] });
  const { data } = counts;
  return {
    query: counts,
    counted: data && {
      open: lightSchema.options
        .filter(light => light !== 'green')
        .reduce((sum, light) => sum + data[light], 0),
      closed: data.green,
    },
  };
}
