import { createHash } from 'node:crypto';
import { TextInspection } from './TextInspection';
import type { Charset } from './charsets';
import { mediaTypesOf } from './mediaType';
import { SIGNATURE_BYTES } from './signatures';

/** What is found out about a content while it passes by. */
export interface InspectedContent {
  /** In bytes. */
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** What it is, from the most precise media type to the most general one. */
  readonly mediaTypes: readonly string[];
  /** That of its text; undefined for what is no text. */
  readonly charset: Charset | undefined;
}

/** Looks at a content chunk by chunk, and keeps only its first bytes. */
export class FileInspection {
  readonly #hash = createHash('sha256');
  readonly #text = new TextInspection();
  #beginning: Buffer = Buffer.alloc(0);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(chunk: Buffer): void {
    this.#size += chunk.length;
    this.#hash.update(chunk);
    this.#text.add(chunk);
    const missing = SIGNATURE_BYTES - this.#beginning.length;
    if (missing > 0) {
      this.#beginning = Buffer.concat([
        this.#beginning,
        chunk.subarray(0, missing),
      ]);
    }
  }

  /**
   * To be asked once, when all of the content was added.
   *
   * @param name - a clean one
   */
  end(name: string): InspectedContent {
    const charset = this.#text.end();
    const content = { beginning: this.#beginning, charset };
    return {
      size: this.#size,
      sha256: this.#hash.digest('hex'),
      mediaTypes: mediaTypesOf(content, name),
      charset,
    };
  }
}
