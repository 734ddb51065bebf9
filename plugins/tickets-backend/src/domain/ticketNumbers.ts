import { sortKeyOf } from '@portaldesk/plugin-tickets-common';

/** A number of a ticket as people write it. */
export interface SoughtNumber {
  /** As it was typed, without what stands around it. */
  readonly typed: string;
  /** The counter alone, where nothing else was typed. */
  readonly count?: number;
}

/** More digits are no counter. */
const MOST_DIGITS = 15;

/** What people write before a number, in English and German. */
const INTRODUCTION =
  /^(?:(?:ticket|case|request|issue|anfrage|vorgang|number|nummer|no|nr)s?\b[\s.:#-]*)+(?=\S)/iu;

/** Signs around a number, as in `#232`, `[T2026-00232]` and `(T2026-00232).` */
const SIGNS = /^[\s#[({<"'„“]+|[\s\])}>"'”“.,:;!?]+$/gu;

/** What numbers are made of, with a digit somewhere. */
const NUMBER = /^(?=.*[0-9])[A-Za-z0-9._-]{1,255}$/;

/**
 * Reads a text that is nothing but the number of a ticket: `T2026-00232`,
 * `t2026-232`, `#232`, `ticket T2026-00232`, `[T2026-00232]`.
 */
export function readSoughtNumber(text: string): SoughtNumber | undefined {
  const typed = [text, text.replace(SIGNS, '').replace(INTRODUCTION, '')]
    .map(one => one.replace(SIGNS, ''))
    .find(one => NUMBER.test(one));
  if (typed === undefined) {
    return undefined;
  }
  return /^[0-9]+$/.test(typed) ? { typed, count: countOf(typed) } : { typed };
}

/**
 * The count in a number: its last digits. A desk that puts the date behind the
 * counter knows better when it makes the number.
 */
export function countOf(number: string): number | undefined {
  const digits = /[0-9]+(?=[^0-9]*$)/.exec(number)?.[0].replace(/^0+(?=.)/, '');
  return digits !== undefined && digits.length <= MOST_DIGITS
    ? Number(digits)
    : undefined;
}

/**
 * Whether a text refers to the ticket with this number: by the number, in any
 * case and with or without leading zeros, or by its counter alone.
 *
 * @param counted - the counter in the number, if it is known
 */
export function isNumberSought(
  { typed, count }: SoughtNumber,
  number: string,
  counted: number | null | undefined = countOf(number),
): boolean {
  return (
    sortKeyOf(number) === sortKeyOf(typed) ||
    (count !== undefined && count === counted)
  );
}
