import type { Knex } from 'knex';

export const MAILS = 'ticket_incoming_mails';
export const ORIGINALS = 'ticket_incoming_originals';

/** Why a mail is not taken in, until an admin decides. */
export type QuarantineReason =
  | 'automatic'
  | 'ambiguous-sender'
  | 'failed'
  | 'refused'
  | 'too-large'
  | 'too-many'
  | 'unclear-sender'
  | 'unknown-sender'
  | 'unmatched-report'
  | 'unproven-agent'
  | 'unproven-sender'
  | 'unreadable';

/** What came of a mail. */
export type Outcome =
  | 'filed'
  | 'replied'
  | 'noted'
  /** It answers to a private message: few may read it, or what it quotes. */
  | 'private'
  | 'report'
  | 'deleted';

/** A mail that came, and what became of it. */
export interface IncomingMailRow {
  readonly id: number;
  readonly mailbox: string;
  readonly fingerprint: string;
  readonly messageId: string | null;
  readonly sender: string | null;
  readonly subject: string | null;
  /** In bytes. */
  readonly size: number;
  readonly state: 'received' | 'done' | 'quarantined';
  readonly outcome: Outcome | null;
  readonly ticketId: string | null;
  readonly reason: QuarantineReason | null;
  readonly detail: string | null;
  readonly released: boolean;
  readonly releasedAs: string | null;
  /** What the mail server found: `spf=pass dkim=pass dmarc=pass`. */
  readonly authentication: string | null;
  readonly attempts: number;
  readonly receivedAt: Date;
}

const columns = {
  id: 'id',
  mailbox: 'mailbox',
  fingerprint: 'fingerprint',
  messageId: 'message_id',
  sender: 'sender',
  subject: 'subject',
  size: 'size',
  state: 'state',
  outcome: 'outcome',
  ticketId: 'ticket_id',
  reason: 'reason',
  detail: 'detail',
  released: 'released',
  releasedAs: 'released_as',
  authentication: 'authentication',
  attempts: 'attempts',
  receivedAt: 'received_at',
};

export function mailRows(knex: Knex) {
  return knex(MAILS).select(columns);
}

/** As one of the databases returns it. */
interface StoredMailRow extends Omit<
  IncomingMailRow,
  'id' | 'released' | 'receivedAt'
> {
  readonly id: number | string;
  readonly released: boolean | number;
  readonly receivedAt: Date | string | number;
}

export function readMailRow(row: StoredMailRow): IncomingMailRow {
  return {
    ...row,
    id: Number(row.id),
    released: Boolean(row.released),
    receivedAt: new Date(row.receivedAt),
  };
}
