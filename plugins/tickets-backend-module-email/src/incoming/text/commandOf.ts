/** What a mail of an agent is to become. */
export interface Command<Kind extends string> {
  readonly kind: Kind | 'reply' | 'note';
  readonly body: string;
}

/** However a mail program dresses it. */
const FIRST =
  /^[\s*_\u200b\u2060\ufeff]*\\?#(note|reply)\b[*_:]*[ \t]*(?:\n|$)?/i;

/** Below what is quoted; nobody wants that read by others. */
const LATER = /^[ \t*_]*\\?#(note)[*_:]*[ \t]*$/im;

/**
 * `#note` in the first line of an agent's mail, or in a line of its own, makes it
 * a note, and `#reply` a reply. Of others it is text like any other.
 *
 * @param usual - what it becomes without that
 */
export function commandOf<Kind extends string = 'reply'>(
  body: string,
  inside: boolean,
  usual: Kind = 'reply' as Kind,
): Command<Kind> {
  const found = inside ? (FIRST.exec(body) ?? LATER.exec(body)) : null;
  if (!found) {
    return { kind: usual, body };
  }
  const before = body.slice(0, found.index);
  const after = body.slice(found.index + found[0].length);
  return {
    kind: found[1].toLowerCase() as 'note' | 'reply',
    body: `${before}${after}`.trim(),
  };
}
