import type { Channel } from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../desk/Caller';

/**
 * The channel of a caller: the portal itself, or another plugin that acts for a
 * user, which Backstage names in the credentials.
 */
export function channelOf({ credentials }: Caller): Channel {
  const { principal } = credentials;
  const actor =
    typeof principal === 'object' && principal !== null && 'actor' in principal
      ? principal.actor
      : undefined;
  return actor === undefined ? 'portal' : 'api';
}
