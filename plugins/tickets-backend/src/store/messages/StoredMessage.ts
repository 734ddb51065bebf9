import type { MessageKind, Side } from '@portaldesk/plugin-tickets-common';
import type { StoredFile } from '../files/StoredFile';

export interface NewMessage {
  readonly kind: MessageKind;
  readonly side: Side;
  readonly author: string;
  readonly body: string;
  /** Whom a private message is for, beside its author; else empty. */
  readonly recipients: readonly string[];
  readonly createdAt: Date;
}

/** Who removed what a message said, and when. */
export interface Redaction {
  readonly by: string;
  readonly at: Date;
}

export interface StoredMessage extends NewMessage {
  readonly id: string;
  readonly ticketId: string;
  /** Number of the ticket it was written on, where that is another one. */
  readonly origin: string | null;
  readonly files: readonly StoredFile[];
  readonly redacted: Redaction | null;
}
