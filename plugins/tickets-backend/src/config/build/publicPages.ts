import type { DeskConfig } from '../DeskConfig';
import type { TicketsConfig } from '../schema/ticketsConfig';

export function buildPublicPages({
  public: { reports },
}: TicketsConfig): DeskConfig['publicPages'] {
  return {
    channels: reports.channels.map(
      ({ categories = [], retention, ...channel }) => ({
        ...channel,
        categories,
        retention: retention?.milliseconds,
      }),
    ),
  };
}
