import {
  type MessageKind,
  messageKindSchema,
} from '@portaldesk/plugin-tickets-common';

/** A message that is being written. */
export interface ComposerDraft {
  kind: MessageKind;
  body: string;
}

/** Takes a draft from the browser's storage, which anything may have written to. */
export function readComposerDraft(stored: unknown): ComposerDraft | undefined {
  const { kind, body } = Object(stored);
  const parsed = messageKindSchema.safeParse(kind);
  return parsed.success && typeof body === 'string' && body !== ''
    ? { kind: parsed.data, body }
    : undefined;
}
