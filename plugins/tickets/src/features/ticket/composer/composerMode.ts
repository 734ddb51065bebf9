import { type ComposerKind, composerKinds } from './composerDraft';

/** The kind of message that is being written, and the kind that was sent last. */
export interface ComposerMode {
  chosen: ComposerKind;
  /** Absent: nothing yet. */
  lastSent?: ComposerKind;
}

/** Takes a mode from the browser's storage, which anything may have written to. */
export function readComposerMode(stored: unknown): ComposerMode | undefined {
  const { chosen, lastSent } = Object(stored);
  const known = (kind: unknown) =>
    composerKinds.find(option => option === kind);
  const kind = known(chosen);
  return kind && { chosen: kind, lastSent: known(lastSent) };
}
