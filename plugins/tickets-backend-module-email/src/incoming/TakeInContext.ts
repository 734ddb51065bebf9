import type { IntakeDesk } from '@portaldesk/plugin-tickets-node';
import type { MailboxSettings } from '../config/incomingSchema';
import type { Language } from '../config/schema';
import type { MailStore } from '../store/MailStore';
import type { ReplyAddresses } from '../tokens/ReplyAddresses';
import type { IncomingStore } from './store/IncomingStore';
import type { Outcome, QuarantineReason } from './store/rows';

/** What became of a mail. */
export type Verdict =
  { readonly outcome: Outcome; readonly ticketId?: string } | Refused;

/** Why a mail is not taken in. */
export interface Refused {
  readonly reason: QuarantineReason;
  readonly detail?: string;
}

/** What is needed to take in mails. */
export interface TakeInContext {
  readonly desk: IntakeDesk;
  readonly store: Pick<
    IncomingStore,
    'ticketsOf' | 'timesOf' | 'setAuthentication'
  >;
  readonly mails: Pick<MailStore, 'recordReport' | 'revive'>;
  readonly replyAddresses?: Pick<ReplyAddresses, 'ownerOf'>;
  readonly usersWithAddress: (address: string) => Promise<string[]>;
  readonly mailboxes: readonly MailboxSettings[];
  /** How the operator's own mail server names itself. */
  readonly authenticationServer?: string;
  readonly requireDmarc: boolean;
  /** Whether those take part to whom a mail was sent as well. */
  readonly addRecipients: boolean;
  readonly language: Language;
  readonly clock: () => Date;
}
