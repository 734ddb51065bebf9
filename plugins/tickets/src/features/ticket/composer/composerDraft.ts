/** What is written here: a reply, or a note for the team. */
export const composerKinds = ['reply', 'note'] as const;

export type ComposerKind = (typeof composerKinds)[number];

/** A message that is being written. */
export interface ComposerDraft {
  kind: ComposerKind;
  body: string;
}

/**
 * Takes a draft from the browser's storage, which anything may have written to. A
 * note is kept without a text, too: files may belong to it, which must not become
 * files of a reply.
 */
export function readComposerDraft(stored: unknown): ComposerDraft | undefined {
  const { kind, body } = Object(stored);
  const known = composerKinds.find(option => option === kind);
  return known !== undefined &&
    typeof body === 'string' &&
    (body !== '' || known === 'note')
    ? { kind: known, body }
    : undefined;
}

/** Reads the kind of a message; undefined: none. */
export function readComposerKind(stored: unknown): ComposerKind | undefined {
  return composerKinds.find(kind => kind === stored);
}
