/**
 * What the beginnings of lines mean in Markdown (CommonMark 0.31, section 4 and
 * 5, and GitHub's footnotes). Tabs are spaces by now.
 */

/** Something that holds blocks; what it takes of a line, and what remains. */
export interface Container {
  /** How many elements it becomes. */
  readonly elements: number;
  /** Spaces that continue it on further lines; undefined for a quote. */
  readonly width?: number;
  /** Whether nothing stands in it yet, so that a blank line ends it. */
  empty: boolean;
}

const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3}(?:[-+*]|(\d{1,9})[.)]))( +|$)/;
const FOOTNOTE = /^ {0,3}\[\^[^\]\s]{1,999}\]:/;
const RULE_START = /^ {0,3}([*_-])(?: *\1){2}/;
const FENCE = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/;
const HEADING = /^ {0,3}#{1,6}(?: |$)/;
const UNDERLINE = /^ {0,3}=+ *$/;

/** Ends of the blocks of HTML that go on over blank lines, by their starts. */
const LONG_HTML: readonly [start: RegExp, end: RegExp][] = [
  [
    /^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i,
    /<\/(?:script|pre|style|textarea)>/i,
  ],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<![a-z]/i, />/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
];

/** Starts of the blocks of HTML that a blank line ends. */
const HTML =
  /^ {0,3}<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i;

/** One whole tag of any name, alone in its line. */
const LONE_TAG =
  /^ {0,3}<(?:[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[a-z][a-z0-9-]*\s*)>\s*$/i;

export const isBlank = (line: string) => /^ *$/.test(line);
export const isHeading = (line: string) => HEADING.test(line);
export const isUnderline = (line: string) => UNDERLINE.test(line);

/**
 * How long the end of a line is that can be a rule: one mark again and again,
 * and spaces. It is the same whatever containers take of the line's beginning,
 * so that each line is read for it once.
 */
export function ruleLengthOf(line: string): number {
  let mark = ' ';
  let start = line.length;
  for (; start > 0; start -= 1) {
    const character = line[start - 1];
    if (character !== ' ' && character !== mark) {
      if (mark !== ' ' || !'*_-'.includes(character)) {
        break;
      }
      mark = character;
    }
  }
  return line.length - start;
}

/** @param ruleLength - that of the line of which this is the end */
export function isRule(line: string, ruleLength: number): boolean {
  return line.length <= ruleLength && RULE_START.test(line);
}

/** Whether a line is code for how far in it stands. */
export const isIndented = (line: string) => line.startsWith('    ');

/** What remains of a line that continues a container; undefined if it does not. */
export function continued(
  { width, empty }: Container,
  line: string,
): string | undefined {
  if (width === undefined) {
    const quote = QUOTE.exec(line);
    return quote ? line.slice(quote[0].length) : undefined;
  }
  if (isBlank(line)) {
    return empty ? undefined : line;
  }
  return line.startsWith(' '.repeat(width)) ? line.slice(width) : undefined;
}

/**
 * The container that begins with a line that is no rule, and what remains of the
 * line.
 *
 * @param inParagraph - whether the line would otherwise go on with a paragraph,
 *   which not every item may end
 */
export function containerAt(
  line: string,
  inParagraph: boolean,
): { container: Container; rest: string } | undefined {
  const quote = QUOTE.exec(line);
  if (quote) {
    return {
      container: { elements: 1, empty: false },
      rest: line.slice(quote[0].length),
    };
  }
  const footnote = FOOTNOTE.exec(line);
  if (footnote) {
    return {
      container: { elements: 2, width: 4, empty: false },
      rest: line.slice(footnote[0].length).trimStart(),
    };
  }
  return itemAt(line, inParagraph);
}

function itemAt(line: string, inParagraph: boolean) {
  const item = ITEM.exec(line);
  if (!item) {
    return undefined;
  }
  const [, { length: marker }, number, { length: gap }] = item;
  const empty = isBlank(line.slice(marker));
  if (
    inParagraph &&
    (empty || (number !== undefined && Number(number) !== 1))
  ) {
    return undefined;
  }
  // what stands five spaces away is code that stands in after one
  const width = marker + (empty || gap > 4 ? 1 : gap);
  return {
    container: { elements: 2, width, empty },
    rest: line.slice(width),
  };
}

/** Text that Markdown leaves as it is, and which line ends it. */
export interface RawBlock {
  readonly type: 'code' | 'html';
  /** @returns whether the block ends with this line, or before it */
  readonly ends: (line: string) => 'with' | 'before' | undefined;
}

/** The block of code or HTML that begins with a line. */
export function rawBlockAt(
  line: string,
  inParagraph: boolean,
): RawBlock | undefined {
  const fence = FENCE.exec(line);
  if (fence) {
    return fencedCode(fence[1] ?? fence[2]);
  }
  const end = LONG_HTML.find(([start]) => start.test(line))?.[1];
  if (end) {
    return {
      type: 'html',
      ends: text => (end.test(text) ? 'with' : undefined),
    };
  }
  if (HTML.test(line) || (!inParagraph && LONE_TAG.test(line))) {
    return {
      type: 'html',
      ends: text => (isBlank(text) ? 'before' : undefined),
    };
  }
  return undefined;
}

function fencedCode(fence: string): RawBlock {
  return {
    type: 'code',
    ends: line => {
      const closing = /^ {0,3}(`{3,}|~{3,}) *$/.exec(line)?.[1];
      return closing?.startsWith(fence) ? 'with' : undefined;
    },
  };
}
