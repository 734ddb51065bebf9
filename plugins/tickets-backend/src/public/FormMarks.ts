import {
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const HOUR = 60 * 60_000;

/** How long a person may write, in milliseconds. */
const LIFETIME = 12 * HOUR;

/**
 * Marks the forms that the desk shows: what comes without a mark was not sent
 * from one, and the same form that is sent twice is done once. A mark says until
 * when it holds, and nothing of who fills the form in.
 *
 * @param key - that of all replicas
 */
export class FormMarks {
  constructor(
    private readonly key: Buffer,
    private readonly clock: () => Date,
  ) {}

  make(): string {
    const until = (this.clock().getTime() + LIFETIME).toString(36);
    const content = `${until}.${randomBytes(16).toString('base64url')}`;
    return `${content}.${this.#sign(content)}`;
  }

  /** Whether a mark is one of ours, and holds. */
  isGood(mark: string): boolean {
    const end = mark.lastIndexOf('.');
    const content = mark.slice(0, Math.max(0, end));
    const given = Buffer.from(mark.slice(end + 1));
    const right = Buffer.from(this.#sign(content));
    return (
      given.length === right.length &&
      timingSafeEqual(given, right) &&
      this.clock().getTime() < parseInt(content, 36)
    );
  }

  #sign(content: string): string {
    return createHmac('sha256', this.key).update(content).digest('base64url');
  }
}

/**
 * By what it is known that a form was sent. The mark itself says when its page was
 * opened, which is nobody's business.
 *
 * @param place - what else the form is of, such as a channel
 */
export function keyOfMark(mark: string, place = ''): string {
  return createHash('sha256').update(`${mark} ${place}`).digest('base64url');
}
