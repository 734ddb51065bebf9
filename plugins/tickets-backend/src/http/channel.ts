import type { Channel } from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../desk/Caller';

/**
 * The way on which a caller came: by themselves in the portal, or through
 * another plugin, which Backstage names in the credentials.
 */
export function channelOf({ credentials }: Caller): Channel {
  const { principal } = credentials;
  const actor =
    typeof principal === 'object' && principal !== null && 'actor' in principal
      ? principal.actor
      : undefined;
  return actor === undefined ? 'portal' : 'api';
}
