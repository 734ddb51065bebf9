import type { JsonValue } from '@backstage/types';

/** What shows in a sentence of which kind a mistake is; the first that does. */
const signs = {
  'renamed setting': /^this setting is called/,
  'unknown setting': /^there is no such setting/,
  'setting in the wrong place': /^use it with another type of storage/,
  duplicate: /has it already/,
  'plain category': /^use a category without a form/,
  'text without quotes': /in quotes/,
  'unknown name': /add it (to|there)/,
  status: /^use (a|the id of a) (solved )?status|^list the statuses/,
  choice: /^use one of|^leave it out: there are none|^use public or/,
  country: /ISO code/,
  duration: /a duration such as/,
  'hours alone': /hours and minutes/,
  size: /number of bytes/,
  id: /lower-case letters, digits and dashes/,
  tag: /lower-case letters, digits, \+/,
  mask: /one counter such as/,
  'time zone': /IANA/,
  reference: /full reference/,
  address: /https:/,
  'media type': /media type such as/,
  colour: /hex colour/,
  date: /a date such as/,
  span: /spans/,
  schema: /JSON Schema/,
  pattern: /pattern|regular expression/,
  'empty list': /^list at least|^use the id of a category, or a list/,
  list: /^use a list/,
  object: /^use an object|^use object/,
  value: /true or false|that the field takes/,
  bound: /at most \d|at most the|use at least|from \d+ to|keep nothing/,
  empty: /^add |^write/,
  placeholder: /placeholders/,
  order: /^put it before/,
};

type Kind = 'missing' | keyof typeof signs;

/**
 * A configuration that is wrong in one place, where that is, what is wrong
 * there, and what may have been meant.
 */
export type Mistake = [
  what: string,
  tickets: JsonValue,
  path: string,
  kind: Kind,
  meant?: string,
];

/** What the desk says of a mistake, as it stands in the last three of these. */
export function read(sentence: string) {
  const [, path, state, advice] =
    /^(\S+) (is missing|is .+?): (.+)$/.exec(sentence) ?? [];
  const [, hint, meant] =
    /^(.+?)(?: \(did you mean (\S+)\?\))?$/.exec(advice) ?? [];
  const kind =
    state === 'is missing'
      ? 'missing'
      : Object.entries(signs).find(([, sign]) => sign.test(hint))?.[0];
  return { path, kind, meant };
}
