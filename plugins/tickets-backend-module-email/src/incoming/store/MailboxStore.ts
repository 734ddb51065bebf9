import type { Knex } from 'knex';

export const MAILBOXES = 'ticket_mailboxes';

/** Where a mail stood in a mailbox. */
export interface MailboxPosition {
  readonly uidValidity: string;
  readonly uid: number;
}

/** How far a mailbox is read. */
export interface MailboxProgress {
  readonly uidValidity: string;
  /** All up to this one are taken. */
  readonly lastUid: number;
  readonly beganAt: Date;
}

/** How far the mailboxes are read. */
export class MailboxStore {
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Date,
  ) {}

  async progressOf(mailbox: string): Promise<MailboxProgress | undefined> {
    const row = await this.knex(MAILBOXES).where({ mailbox }).first();
    return (
      row && {
        uidValidity: row.uid_validity,
        lastUid: Number(row.last_uid),
        beganAt: new Date(row.began_at),
      }
    );
  }

  /** Begins to read a mailbox, or reads it again from the beginning. */
  async beginMailbox(
    mailbox: string,
    { uidValidity, lastUid }: Pick<MailboxProgress, 'uidValidity' | 'lastUid'>,
  ): Promise<void> {
    const now = this.clock();
    await this.knex(MAILBOXES)
      .insert({
        mailbox,
        uid_validity: uidValidity,
        last_uid: lastUid,
        began_at: now,
      })
      .onConflict('mailbox')
      .merge(['uid_validity', 'last_uid']);
  }

  /** Passes over mails that are not taken. */
  async skipTo(mailbox: string, position: MailboxPosition): Promise<void> {
    await this.knex(MAILBOXES)
      .where({ mailbox, uid_validity: position.uidValidity })
      .where('last_uid', '<', position.uid)
      .update({ last_uid: position.uid });
  }
}
