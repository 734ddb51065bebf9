/** How the bytes of a text stand for characters. */
export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * Anything but what text is made of: control characters other than white space
 * and the escape that colours logs.
 */
const NO_TEXT = new RegExp(
  `[^\\P{Cc}\\t\\n\\f\\r\\u0080-\\u009f${String.fromCharCode(0x1b)}]`,
  'u',
);

/** What stands for nothing in Windows-1252. */
const NOT_IN_1252 = /[\u0081\u008d\u008f\u0090\u009d]/;

/** The first character that is no Latin letter. */
const BEYOND_LATIN = 0x250;

/** The charset that the byte order mark at the beginning of a text names. */
export function charsetByMark(beginning: Buffer): Charset | undefined {
  const mark = beginning.toString('hex', 0, 3);
  if (mark === 'efbbbf') {
    return 'utf-8';
  }
  if (mark.startsWith('fffe')) {
    return 'utf-16le';
  }
  return mark.startsWith('feff') ? 'utf-16be' : undefined;
}

/** A content read as if it were text in one charset. */
export class CharsetTrial {
  readonly #decoder: TextDecoder;
  #failed = false;
  #cut = false;
  #characters = 0;
  #latin = 0;
  #ascii = 0;

  /** @param isMarked - whether a byte order mark names the charset */
  constructor(
    readonly charset: Charset,
    private readonly isMarked: boolean,
  ) {
    this.#decoder = new TextDecoder(charset, { fatal: true });
  }

  /** Reads the first bytes, which may begin within a character of UTF-8. */
  begin(bytes: Buffer): void {
    const start = this.charset === 'utf-8' ? continuationBytes(bytes) : 0;
    this.#cut = start > 0;
    this.add(bytes.subarray(start));
  }

  add(bytes: Buffer): void {
    if (!this.#failed) {
      this.#read(bytes);
    }
  }

  /** Whether all of it can be text in this charset, and nothing speaks against it. */
  end(): boolean {
    try {
      this.#decoder.decode();
    } catch {
      this.#cut = true;
    }
    return !this.#failed && this.#isLikely();
  }

  #read(bytes: Buffer): void {
    try {
      const text = this.#decoder.decode(bytes, { stream: true });
      this.#failed =
        NO_TEXT.test(text) ||
        (this.charset === 'windows-1252' && NOT_IN_1252.test(text));
      this.#count(text);
    } catch {
      this.#failed = true;
    }
  }

  #count(text: string): void {
    this.#characters += text.length;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      this.#ascii += code < 0x80 ? 1 : 0;
      this.#latin += code < BEYOND_LATIN ? 1 : 0;
    }
  }

  /**
   * Pieces of characters at the ends are taken for UTF-8 only where whole
   * characters of it are in between; UTF-16 that does not say so, where half
   * of it is Latin: other texts read as UTF-16 look like Chinese.
   */
  #isLikely(): boolean {
    switch (this.charset) {
      case 'utf-8':
        return !this.#cut || this.isMarked || this.#ascii < this.#characters;
      case 'windows-1252':
        return true;
      default:
        return this.isMarked || this.#latin * 2 > this.#characters;
    }
  }
}

/** How many of the first bytes go on with a character that began before. */
function continuationBytes(bytes: Buffer): number {
  const first = bytes.findIndex(byte => byte < 0x80 || byte > 0xbf);
  return first > 0 && first <= 3 ? first : 0;
}
