/** A run of `*`, `_` or `~` that may begin something. */
interface Opener {
  readonly character: string;
  length: number;
  /** How deep what follows it is nested. */
  height: number;
}

class Openers {
  #stack: Opener[] = [];
  #counts = new Map<string, number>();
  #base = 0;

  /** How deep everything so far is nested. */
  get height(): number {
    return this.#stack.reduce(
      (most, { height }) => Math.max(most, height),
      this.#base,
    );
  }

  open(character: string, length: number): void {
    this.#stack.push({ character, length, height: 0 });
    this.#counts.set(character, (this.#counts.get(character) ?? 0) + 1);
  }

  /** @returns how much of the run closes nothing */
  close(character: string, run: number): number {
    let left = run;
    while (left > 0 && (this.#counts.get(character) ?? 0) > 0) {
      const opener = this.#dropAbove(character);
      // two of each become one strong element
      const used = left > 1 && opener.length > 1 ? 2 : 1;
      left -= used;
      opener.length -= used;
      opener.height += 1;
      if (opener.length === 0) {
        this.#pop();
      }
    }
    return left;
  }

  /** The nearest opener of a kind; those after it no longer open anything. */
  #dropAbove(character: string): Opener {
    for (;;) {
      const top = this.#stack[this.#stack.length - 1];
      if (top.character === character) {
        return top;
      }
      this.#pop();
    }
  }

  #pop(): void {
    const popped = this.#stack.pop();
    if (popped) {
      const { character, height } = popped;
      this.#counts.set(character, (this.#counts.get(character) ?? 0) - 1);
      const below = this.#stack.at(-1);
      if (below) {
        below.height = Math.max(below.height, height);
      } else {
        this.#base = Math.max(this.#base, height);
      }
    }
  }
}

const RUN = /\\[^]|([*_~])\1*/g;

/**
 * How deep emphasis, strong and deleted text stand in each other.
 *
 * @param text - of one block, without code
 */
export function emphasisDepth(text: string): number {
  const openers = new Openers();
  for (const { 0: run, 1: character, index } of text.matchAll(RUN)) {
    if (character) {
      const closes = /\S/.test(text[index - 1] ?? ' ');
      const opens = /\S/.test(text[index + run.length] ?? ' ');
      const left = closes ? openers.close(character, run.length) : run.length;
      if (opens && left > 0) {
        openers.open(character, left);
      }
    }
  }
  return openers.height;
}
