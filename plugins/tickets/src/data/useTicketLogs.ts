import { useApi } from '@backstage/core-plugin-api';
import { keys } from './keys';
import { ticketsApiRef } from './ticketsApiRef';
import { useLog } from './useLog';

const MESSAGES_PER_PAGE = 25;
const EVENTS_PER_PAGE = 50;

/** The messages of a ticket, newest first. */
export function useMessages(number: string) {
  const ticketsApi = useApi(ticketsApiRef);
  return useLog(keys.messages(number), (cursor, signal) =>
    ticketsApi.listMessages(
      number,
      { limit: MESSAGES_PER_PAGE, cursor },
      { signal },
    ),
  );
}

/** What happened to a ticket, newest first. */
export function useEvents(number: string) {
  const ticketsApi = useApi(ticketsApiRef);
  return useLog(keys.events(number), (cursor, signal) =>
    ticketsApi.listEvents(
      number,
      { limit: EVENTS_PER_PAGE, cursor },
      { signal },
    ),
  );
}
