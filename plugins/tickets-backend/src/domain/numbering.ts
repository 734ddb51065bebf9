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

/** How ticket numbers are made. */
export interface NumberMask {
  readonly text: string;
  readonly parts: readonly Part[];
  /** IANA time zone in which the date parts are read. */
  readonly timeZone: string;
}

/**
 * Reads a mask: literal text of letters, digits, `.`, `_` and `-`, the date
 * parts `{yyyy}` `{yy}` `{mm}` `{dd}`, `{category}`, and one counter such as
 * `{0000}`.
 *
 * @throws Error with what is wrong, when the text is no mask
 */
export function parseMask(text: string, timeZone = 'UTC'): NumberMask {
  const parts = text
    .split(/(\{[^{}]*\})/)
    .filter(piece => piece !== '')
    .map(parsePart);
  const counters = parts.filter(part => part.kind === 'counter').length;
  if (counters !== 1) {
    throw new Error(
      counters === 0 ? 'it has no counter' : 'it has more than one counter',
    );
  }
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
  return { text, parts, timeZone };
}

function parsePart(piece: string): Part {
  const inside = /^\{(.*)\}$/.exec(piece)?.[1];
  if (inside === undefined) {
    if (!/^[A-Za-z0-9._-]+$/.test(piece)) {
      throw new Error(`it holds ${JSON.stringify(piece)}`);
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
 * new one for each of the shortest periods in the mask.
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
  return shortest
    ? `${mask.text} ${dateIn(mask, at).toFormat(period[shortest])}`
    : mask.text;
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
