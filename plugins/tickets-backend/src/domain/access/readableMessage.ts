import type { MessageKind } from '@portaldesk/plugin-tickets-common';

/** A person who may read the ticket of a message. */
export interface MessageReader {
  readonly ref: string;
  /** Whether they see notes. */
  readonly inside: boolean;
}

/**
 * Whether a person who may read a ticket may read one of its messages: all
 * replies, notes if they see internal messages, private messages from or for
 * them.
 */
export function readsMessage(
  { ref, inside }: MessageReader,
  message: {
    readonly kind: MessageKind;
    readonly author: string;
    readonly recipients: readonly string[];
  },
): boolean {
  switch (message.kind) {
    case 'reply':
      return true;
    case 'note':
      return inside;
    case 'private':
      return message.author === ref || message.recipients.includes(ref);
    default:
      return message.kind satisfies never;
  }
}
