import {
  type Container,
  type RawBlock,
  containerAt,
  continued,
  isBlank,
  isHeading,
  isIndented,
  isRule,
  isUnderline,
  rawBlockAt,
  ruleLengthOf,
} from './lineStarts';

/** Text in which Markdown looks for emphasis, links and tags. */
export interface TextBlock {
  /** `html` holds tags alone. */
  readonly type: 'text' | 'html';
  readonly lines: readonly string[];
  /** How many elements stand around it. */
  readonly depth: number;
}

/** Containers in each other beyond which nothing more is looked for. */
const MOST_CONTAINERS = 256;

/**
 * Finds the blocks of a Markdown text line by line: what stands in which quotes
 * and lists, and what is text, HTML or code. It keeps no tree and looks at no
 * line twice, so that its cost grows with the text whatever the text holds.
 */
export class BlockScanner {
  /** How many elements the quotes, lists and rules become. */
  elements = 0;
  /** The most elements that stood around a line so far. */
  maxDepth = 0;

  #containers: Container[] = [];
  #raw: RawBlock | undefined;
  #paragraph: string[] = [];
  #ruleLength = 0;

  constructor(private readonly onText: (block: TextBlock) => void) {}

  addLine(text: string): void {
    this.#ruleLength = ruleLengthOf(text);
    const { matched, rest } = this.#continueContainers(text);
    const allMatched = matched === this.#containers.length;
    if (this.#raw) {
      if (allMatched && this.#continueRaw(this.#raw, rest)) {
        return;
      }
      this.#raw = undefined;
    }
    this.#addRest(rest, matched);
  }

  /** Whether so much stands in each other that further lines tell nothing. */
  get isFull(): boolean {
    return this.#containers.length >= MOST_CONTAINERS;
  }

  end(): void {
    this.#endParagraph();
  }

  get #depth(): number {
    return this.#containers.reduce((sum, { elements }) => sum + elements, 0);
  }

  /** @param end - what remains of the current line */
  #isRule(end: string): boolean {
    return isRule(end, this.#ruleLength);
  }

  #continueContainers(text: string) {
    if (isBlank(text)) {
      const ended = this.#containers.findIndex(
        ({ width, empty }) => width === undefined || empty,
      );
      return {
        matched: ended === -1 ? this.#containers.length : ended,
        rest: '',
      };
    }
    let rest = text;
    let matched = 0;
    for (const container of this.#containers) {
      const next = continued(container, rest);
      if (next === undefined) {
        break;
      }
      container.empty &&= isBlank(next);
      rest = next;
      matched += 1;
    }
    return { matched, rest };
  }

  /** @returns whether the line belongs to the block */
  #continueRaw(raw: RawBlock, line: string): boolean {
    const end = raw.ends(line);
    if (end) {
      this.#raw = undefined;
    }
    if (end === 'before') {
      return false;
    }
    this.#addRaw(raw, line);
    return true;
  }

  #addRaw({ type }: RawBlock, line: string): void {
    if (type === 'html') {
      this.onText({ type, lines: [line], depth: this.#depth });
    }
  }

  /** @param matched - how many of the containers go on */
  #addRest(text: string, matched: number): void {
    const { rest, opened } = this.#openContainers(text, matched);
    const inParagraph = !opened && this.#paragraph.length > 0;
    if (inParagraph && this.#continuesParagraph(rest, matched)) {
      this.#paragraph.push(rest);
      return;
    }
    if (!opened) {
      this.#endContainers(matched);
    }
    this.#beginLeaf(rest, inParagraph);
  }

  #continuesParagraph(line: string, matched: number): boolean {
    if (isBlank(line)) {
      return false;
    }
    if (isIndented(line)) {
      return true;
    }
    const goesOn = matched === this.#containers.length;
    return !(
      this.#isRule(line) ||
      isHeading(line) ||
      (goesOn && isUnderline(line)) ||
      rawBlockAt(line, true)
    );
  }

  #openContainers(text: string, matched: number) {
    let rest = text;
    let opened = false;
    let inParagraph =
      this.#paragraph.length > 0 && matched === this.#containers.length;
    while (!isIndented(rest) && !this.#isRule(rest) && !this.isFull) {
      const next = containerAt(rest, inParagraph);
      if (!next) {
        break;
      }
      if (!opened) {
        this.#endContainers(matched);
      }
      opened = true;
      inParagraph = false;
      this.#containers.push(next.container);
      this.elements += next.container.elements;
      rest = next.rest;
    }
    this.maxDepth = opened
      ? Math.max(this.maxDepth, this.#depth)
      : this.maxDepth;
    return { rest, opened };
  }

  #endContainers(matched: number): void {
    this.#endParagraph();
    this.#containers.length = matched;
  }

  #beginLeaf(line: string, inParagraph: boolean): void {
    if (isBlank(line)) {
      return;
    }
    if (isIndented(line) || this.#isRule(line)) {
      this.elements += 1;
      return;
    }
    if (isHeading(line)) {
      this.#paragraph = [line];
      this.#endParagraph();
      return;
    }
    const raw = rawBlockAt(line, inParagraph);
    if (raw) {
      this.elements += 1;
      this.#addRaw(raw, line);
      // code ends with a fence of its own, HTML may end where it begins
      this.#raw = raw.type === 'html' && raw.ends(line) ? undefined : raw;
      return;
    }
    if (!isUnderline(line) || !inParagraph) {
      this.#paragraph = [line];
    }
  }

  #endParagraph(): void {
    if (this.#paragraph.length > 0) {
      const lines = this.#paragraph;
      this.#paragraph = [];
      this.onText({ type: 'text', lines, depth: this.#depth });
    }
  }
}
