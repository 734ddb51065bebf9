import type { NoticeOccasion } from '@portaldesk/plugin-tickets-common';

/** Takes what has to be told to the channels, once it is committed. */
export interface Announcer {
  /** Ids of the channels that tell of this occasion. */
  channelsFor(occasion: NoticeOccasion): readonly string[];
  /** There may be something new to tell. */
  wake(): void;
}
