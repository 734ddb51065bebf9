import { counts } from './counts.mjs';
import { create } from './create.mjs';
import { detail } from './detail.mjs';
import { listDeep } from './listDeep.mjs';
import { listOpen } from './listOpen.mjs';
import { reply } from './reply.mjs';
import { search } from './search.mjs';

/**
 * What is measured: each prepares a measure, or gives nothing where the desk
 * cannot do it.
 *
 * @type {Record<string, (stage: import('../stage.mjs').Stage) => Promise<Omit<import('../measure.mjs').Measure, 'name'> | undefined>>}
 */
export const measures = {
  'list-open': listOpen,
  'list-deep': listDeep,
  detail,
  create,
  reply,
  search,
  counts,
};

export const measureNames = Object.keys(measures);
