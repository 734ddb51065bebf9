import { DateTime } from 'luxon';

type Part =
  | { kind: 'text'; text: string }
  | { kind: 'date'; format: DateFormat }
  | { kind: 'category' }
  | { kind: 'counter'; width: number };

type DateFormat = keyof typeof dateFormats;

/** Parts of a date, from the longest period to the shortest. */
const dateFormats = { yyyy: 'yyyy', yy: 'yy', mm: 'MM', dd: 'dd' } as const;
const restartOrder: readonly DateFormat[] = ['dd', 'mm', 'yy', 'yyyy'];

/** With this the longest number stays below 255 characters, which the store keeps. */
const MAX_MASK_LENGTH = 100;

/** How ticket numbers are made. */
export interface NumberMask {
  readonly text: string;
  readonly parts: readonly Part[];
  /** IANA time zone in which the date parts are read. */
  readonly timeZone: string;
}

/**
 * Reads a mask: literal text of letters, digits, `.`, `_` and `-`, the date
 * parts `{yyyy}` `{yy}` `{mm}` `{dd}`, at most one `{category}`, and one
 * counter such as `{0000}`.
 *
 * @throws Error with the mistake, when the text is not a mask
 */
export function parseMask(text: string, timeZone = 'UTC'): NumberMask {
  const parts = text
    .split(/(\{[^{}]*\})/)
    .filter(piece => piece !== '')
    .map(parsePart);
  if (text.length > MAX_MASK_LENGTH) {
    throw new Error(`it is longer than ${MAX_MASK_LENGTH} characters`);
  }
  checkCounter(parts);
  checkDates(parts);
  return { text, parts, timeZone };
}

function checkCounter(parts: readonly Part[]): void {
  const counters = parts.filter(part => part.kind === 'counter').length;
  if (counters !== 1) {
    throw new Error(
      counters === 0 ? 'it has no counter' : 'it has more than one counter',
    );
  }
  const categories = parts.filter(part => part.kind === 'category').length;
  if (categories > 1) {
    throw new Error('it has more than one {category}');
  }
  if (categories === 1 && !isSeparated(parts)) {
    throw new Error(
      'its category and its counter run together, so put a dash between them',
    );
  }
}

/**
 * Whether something other than digits stands between category and counter:
 * else number 11 in the category `a` and number 1 in `a1` would be the same.
 */
function isSeparated(parts: readonly Part[]): boolean {
  const [start, end] = ['category', 'counter']
    .map(kind => parts.findIndex(part => part.kind === kind))
    .sort((a, b) => a - b);
  return parts
    .slice(start + 1, end)
    .some(part => part.kind === 'text' && /[^0-9]/.test(part.text));
}

function checkDates(parts: readonly Part[]): void {
  const dates = parts.flatMap(part =>
    part.kind === 'date' ? [part.format] : [],
  );
  const year = dates.includes('yyyy') || dates.includes('yy');
  if (dates.includes('mm') && !year) {
    throw new Error('its month lacks a year, so numbers would repeat');
  }
  if (dates.includes('dd') && !dates.includes('mm')) {
    throw new Error('its day lacks a month, so numbers would repeat');
  }
}

function parsePart(piece: string): Part {
  const inside = /^\{(.*)\}$/.exec(piece)?.[1];
  if (inside === undefined) {
    const wrong = /[^A-Za-z0-9._-]/u.exec(piece)?.[0];
    if (wrong !== undefined) {
      throw new Error(`it holds ${JSON.stringify(wrong)}`);
    }
    return { kind: 'text', text: piece };
  }
  if (/^0{1,12}$/.test(inside)) {
    return { kind: 'counter', width: inside.length };
  }
  if (inside === 'category') {
    return { kind: 'category' };
  }
  if (Object.hasOwn(dateFormats, inside)) {
    return { kind: 'date', format: inside as DateFormat };
  }
  throw new Error(`it holds the unknown part ${piece}`);
}

/**
 * Names the counter that a ticket filed at this time takes its number from: a
 * new one for each of the shortest periods in the mask. The width of the
 * counter makes no other one, so that numbers do not begin again, and repeat,
 * when only that is changed.
 */
export function counterScope(mask: NumberMask, at: Date): string {
  const shortest = restartOrder.find(format =>
    mask.parts.some(part => part.kind === 'date' && part.format === format),
  );
  const period = {
    dd: 'yyyy-MM-dd',
    mm: 'yyyy-MM',
    yy: 'yyyy',
    yyyy: 'yyyy',
  };
  const shape = mask.text.replace(/\{0+\}/, '{0}');
  return shortest
    ? `${shape} ${dateIn(mask, at).toFormat(period[shortest])}`
    : shape;
}

/** The number of a ticket. */
export function formatNumber(
  mask: NumberMask,
  ticket: { at: Date; count: number; category: string | null },
): string {
  const date = dateIn(mask, ticket.at);
  return mask.parts
    .map(part => {
      switch (part.kind) {
        case 'text':
          return part.text;
        case 'date':
          return date.toFormat(dateFormats[part.format]);
        case 'category':
          return ticket.category ?? 'general';
        case 'counter':
          return String(ticket.count).padStart(part.width, '0');
        default:
          return part satisfies never;
      }
    })
    .join('');
}

function dateIn(mask: NumberMask, at: Date): DateTime {
  return DateTime.fromJSDate(at, { zone: mask.timeZone });
}
