/**
 * Anything but what text is made of: control characters other than white space
 * and the escape that colours logs.
 */
const NO_TEXT = new RegExp(
  `[^\\P{Cc}\\t\\n\\f\\r\\u0080-\\u009f${String.fromCharCode(0x1b)}]`,
  'u',
);

/** Encodings of text; others than UTF-8 need their byte order mark. */
const encodings: readonly { label: string; mark: readonly number[] }[] = [
  { label: 'utf-8', mark: [] },
  { label: 'utf-16le', mark: [0xff, 0xfe] },
  { label: 'utf-16be', mark: [0xfe, 0xff] },
];

/** Finds out whether a content is text, from its first byte to its last. */
export class TextInspection {
  #decoder: TextDecoder | undefined;
  #beginning: Buffer = Buffer.alloc(0);
  #isText = true;

  add(chunk: Buffer): void {
    if (this.#isText) {
      this.#isText = this.#reads(chunk);
    }
  }

  /** To be asked once, when all of the content was added. */
  end(): boolean {
    return this.#isText && this.#decodes(this.#beginning, { stream: false });
  }

  /** The encoding shows in the first two bytes. */
  #reads(chunk: Buffer): boolean {
    const bytes = Buffer.concat([this.#beginning, chunk]);
    if (!this.#decoder && bytes.length < 2) {
      this.#beginning = bytes;
      return true;
    }
    this.#beginning = Buffer.alloc(0);
    return this.#decodes(bytes, { stream: true });
  }

  #decodes(bytes: Buffer, options: { stream: boolean }): boolean {
    this.#decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    try {
      return !NO_TEXT.test(this.#decoder.decode(bytes, options));
    } catch {
      return false;
    }
  }
}

/** The encoding that a content is in, if it is text. */
export function encodingOf(beginning: Buffer): string {
  const encoding = encodings.findLast(({ mark }) =>
    mark.every((byte, index) => beginning[index] === byte),
  );
  return encoding?.label ?? 'utf-8';
}
