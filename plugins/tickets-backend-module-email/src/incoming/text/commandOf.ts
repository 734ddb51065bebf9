/** What a mail of an agent is to become. */
export interface Command {
  readonly kind: 'reply' | 'note';
  readonly body: string;
}

/**
 * `#note` in the first line of an agent's mail makes it a note. Of others it is
 * text like any other.
 */
export function commandOf(body: string, inside: boolean): Command {
  const note = /^\s*\\?#note\b[ \t]*(?:\n|$)?/i.exec(body);
  return inside && note
    ? { kind: 'note', body: body.slice(note[0].length).trim() }
    : { kind: 'reply', body };
}
