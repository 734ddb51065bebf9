import { messageTextsBackfill } from '../texts/messageTextsBackfill';
import { ticketTextsBackfill } from '../texts/ticketTextsBackfill';
import { sortKeysBackfill } from '../tickets/sortKeysBackfill';
import { slaEffectsBackfill } from '../deadlines/slaEffectsBackfill';
import type { Backfill } from './Backfill';
import { mergedTexts } from '../texts/mergedTextsBackfill';
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
