import { type Charset, CharsetTrial, charsetByMark } from './charsets';

/** Bytes after which it shows in which charsets a content can be. */
const BEGINNING = 256;

/**
 * Finds out whether a content is text, and in which charset, from its first byte
 * to its last. Text is cut anywhere by programs that write logs or take the end of
 * them, so that a piece of a character is allowed at its ends.
 */
export class TextInspection {
  #beginning: Buffer = Buffer.alloc(0);
  #trials: CharsetTrial[] | undefined;

  add(chunk: Buffer): void {
    if (this.#trials) {
      this.#trials.forEach(trial => trial.add(chunk));
      return;
    }
    this.#beginning = Buffer.concat([this.#beginning, chunk]);
    if (this.#beginning.length >= BEGINNING) {
      this.#begin();
    }
  }

  /**
   * To be asked once, when all of the content was added.
   *
   * @returns undefined for what is no text
   */
  end(): Charset | undefined {
    const trials = this.#trials ?? this.#begin();
    return trials.find(trial => trial.end())?.charset;
  }

  #begin(): CharsetTrial[] {
    const bytes = this.#beginning;
    const marked = charsetByMark(bytes);
    const trials = (marked ? [marked] : possibleCharsets(bytes)).map(
      charset => new CharsetTrial(charset, marked !== undefined),
    );
    trials.forEach(trial => trial.begin(bytes));
    this.#beginning = Buffer.alloc(0);
    this.#trials = trials;
    return trials;
  }
}

/** Latin text in UTF-16 has a NUL in each character, other text has none. */
function possibleCharsets(beginning: Buffer): Charset[] {
  return beginning.includes(0)
    ? ['utf-16le', 'utf-16be']
    : ['utf-8', 'windows-1252'];
}
