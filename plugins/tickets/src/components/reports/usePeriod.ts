import { DateTime } from 'luxon';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  type ChosenPeriod,
  periodQuery,
  readPeriod,
} from '../../lib/reportPeriod';

/** The period of a report, which stands in the address of the page. */
export function usePeriod() {
  const [params, setParams] = useSearchParams();
  // the same for the whole day, so that the answers can be kept
  const today = DateTime.local().toISODate() ?? '';
  const period = useMemo(
    () => readPeriod(params, DateTime.fromISO(today)),
    [params, today],
  );
  const query = useMemo(() => periodQuery(period, timeZone()), [period]);
  const change = useCallback(
    ({ id, from, to }: ChosenPeriod) =>
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          next.set('period', id);
          next.delete('from');
          next.delete('to');
          if (id === 'custom') {
            next.set('from', from);
            next.set('to', to);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return { period, query, change };
}

function timeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
