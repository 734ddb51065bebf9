/**
 * Elements of HTML that a message may hold; tags of others are shown as they are.
 * @public
 */
export const markdownTags: ReadonlySet<string> = new Set(
  (
    'a abbr b bdo blockquote br caption cite code dd del details dfn div dl dt em ' +
    'figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q ' +
    'rp rt ruby s samp small span strike strong sub summary sup table tbody td tfoot ' +
    'th thead time tr tt ul var wbr'
  ).split(' '),
);

/** Those that hold nothing, and those that end where another one begins. */
const NOT_NESTING: ReadonlySet<string> = new Set(
  'a br dd dt hr img input li p rp rt tbody td tfoot th thead tr wbr'.split(
    ' ',
  ),
);

/** Those that go on in the next block when nobody ends them. */
const GOING_ON: ReadonlySet<string> = new Set(
  'a b code em i s small strike strong tt'.split(' '),
);

/** The beginning of a tag of any name. */
const TAG = /<(\/?)([a-z][a-z0-9-]*)/gi;

/** Counts the elements that tags open and leave open. */
export class OpenTags {
  #open = new Map<string, number>();

  /** How many elements that are open now stand in each other. */
  depth = 0;

  /** How many of them every further block stands in. */
  goingOn = 0;

  /** @returns the most that stood in each other, and how many elements began */
  add(text: string): { maxDepth: number; elements: number } {
    let maxDepth = this.depth;
    let elements = 0;
    for (const [, closing, name] of text.matchAll(TAG)) {
      const tag = name.toLowerCase();
      if (markdownTags.has(tag)) {
        this.#count(tag, closing ? -1 : 1);
        elements += closing ? 0 : 1;
        maxDepth = Math.max(maxDepth, this.depth);
      }
    }
    return { maxDepth, elements };
  }

  #count(tag: string, change: 1 | -1): void {
    const open = this.#open.get(tag) ?? 0;
    if (open + change >= 0) {
      this.#open.set(tag, open + change);
      this.depth += NOT_NESTING.has(tag) ? 0 : change;
      this.goingOn += GOING_ON.has(tag) ? change : 0;
    }
  }
}
