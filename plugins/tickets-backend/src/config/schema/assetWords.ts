import { string, text } from './basics';

const kind = string('use the kind of a catalog entity, such as component')
  .trim()
  .toLowerCase()
  .min(1, 'use the kind of a catalog entity, such as component');

/** What an asset can be, in the words of the catalog. */
export const assetWords = {
  kind,
  type: text('use a type of catalog entities, such as service'),
  tag: text('use a tag of catalog entities, such as java'),
};
