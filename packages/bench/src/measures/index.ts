import type { PreparedMeasure } from '../measure';
import type { Stage } from '../stage';
import { counts } from './counts';
import { create } from './create';
import { detail } from './detail';
import { listDeep } from './listDeep';
import { listOpen } from './listOpen';
import { reply } from './reply';
import { search } from './search';

/** What is measured, each prepared for the tickets and people of a stage. */
export const measures: Readonly<
  Record<string, (stage: Stage) => Promise<PreparedMeasure>>
> = {
  'list-open': listOpen,
  'list-deep': listDeep,
  detail,
  create,
  reply,
  search,
  counts,
};

export const measureNames: readonly string[] = Object.keys(measures);
