import { messageTextsBackfill } from '../search/messageTextsBackfill';
import { ticketTextsBackfill } from '../search/ticketTextsBackfill';
import type { Backfill } from './Backfill';

/** All that is filled in, in this order. */
export const backfills: readonly Backfill[] = [
  ticketTextsBackfill,
  messageTextsBackfill,
];
