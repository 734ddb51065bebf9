import { messageTextsBackfill } from '../search/messageTextsBackfill';
import { ticketTextsBackfill } from '../search/ticketTextsBackfill';
import { sortKeysBackfill } from '../sortKeysBackfill';
import { slaEffectsBackfill } from '../slaEffectsBackfill';
import type { Backfill } from './Backfill';
import { mergedTexts } from './mergedTexts';
import { references } from './references';

/** All that is filled in, in this order. */
export const backfills: readonly Backfill[] = [
  references,
  sortKeysBackfill,
  slaEffectsBackfill,
  ticketTextsBackfill,
  messageTextsBackfill,
  mergedTexts,
];
