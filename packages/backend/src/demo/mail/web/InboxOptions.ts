import type { SendMailOptions } from 'nodemailer';
import type { MailKeeper } from '../MailKeeper';
import type { InboxGroup } from '../inboxes';

/** What the pages are made from. */
export interface InboxOptions {
  readonly port: number;
  /** The address of the desk. */
  readonly desk: string;
  readonly keeper: Pick<MailKeeper, 'keep' | 'list' | 'open' | 'unread'>;
  readonly readInboxes: () => Promise<InboxGroup[]>;
  readonly send: (mail: SendMailOptions) => Promise<unknown>;
}
