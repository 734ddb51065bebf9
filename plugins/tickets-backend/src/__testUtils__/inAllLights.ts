import type { TicketCounts } from '@portaldesk/plugin-tickets-common';

/** How many tickets were counted, whatever light they show. */
export function inAllLights({ orange, red, grey, green }: TicketCounts) {
  return orange + red + grey + green;
}
