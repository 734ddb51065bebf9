import type {
  NotificationRole,
  SlaDeadline,
} from '@portaldesk/plugin-tickets-common';
import type { MailedEvent } from '../channel/mailedEvents';
import type { Language } from '../config/schema';
import type { Words } from '../mail/words';

/** What templates can name. */
export interface TemplateData {
  readonly event: MailedEvent;
  readonly language: Language;
  /** The name of the sender. */
  readonly desk: string;
  readonly number: string;
  readonly subject: string;
  /** Of the ticket's page. */
  readonly url: string;
  /** The name of who did it; empty when it was the desk. */
  readonly actor: string;
  /** What the recipient is to the ticket. */
  readonly roles: Readonly<Record<NotificationRole, boolean>>;
  /** Whether they are notified because nobody else is there. */
  readonly standIn: boolean;
  /** The other one of two tickets that were merged. */
  readonly other: { readonly number: string };
  readonly deadline: Readonly<Record<SlaDeadline, boolean>> & {
    readonly dueAt: string;
  };
  /** Null where nothing was written, or nothing of it may stand in a mail. */
  readonly message: {
    readonly text: string;
    readonly html: string;
    readonly files: readonly { readonly name: string; readonly size: string }[];
  } | null;
  /** Why they get the mail. */
  readonly reason: string;
  /** Where they say that they want no further mails; empty where they cannot. */
  readonly muteUrl: string;
  readonly words: Pick<Words, 'by' | 'open' | 'file' | 'mute'>;
}

/** What the layouts can name beside that. */
export interface LayoutData extends TemplateData {
  /** What happened. */
  readonly sentence: string;
  readonly header: string;
  readonly footer: string;
}
