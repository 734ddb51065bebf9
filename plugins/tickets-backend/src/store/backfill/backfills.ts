import { messageTextsBackfill } from '../search/messageTextsBackfill';
import { ticketTextsBackfill } from '../search/ticketTextsBackfill';
import { sortKeysBackfill } from '../sortKeysBackfill';
import type { Backfill } from './Backfill';
import { mergedTexts } from './mergedTexts';

/** All that is filled in, in this order. */
export const backfills: readonly Backfill[] = [
  sortKeysBackfill,
  ticketTextsBackfill,
  messageTextsBackfill,
  mergedTexts,
];
