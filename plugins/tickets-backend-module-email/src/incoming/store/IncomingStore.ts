import type { Knex } from 'knex';
import { withMerged } from '../../store/mergedTickets';
import type { MailIdentity } from '../mime/identify';
import { MAILBOXES, type MailboxPosition } from './MailboxStore';
import {
  type IncomingMailRow,
  MAILS,
  ORIGINALS,
  type Outcome,
  type QuarantineReason,
  mailRows,
  readMailRow,
} from './rows';

/** As much of a cause as tells what it is, as every database keeps it. */
function kept(detail: string): string {
  return detail.replaceAll('\u0000', '').slice(0, 2_000);
}

/** The mails that came. */
export class IncomingStore {
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Date,
  ) {}

  /**
   * Keeps a mail, and remembers with it how far the mailbox is read. One that
   * came before, from wherever, is not kept again.
   */
  async receive(
    mail: MailIdentity & { readonly mailbox: string; readonly raw: Buffer },
    { size, position }: { size: number; position?: MailboxPosition },
  ): Promise<{ known: boolean }> {
    const now = this.clock();
    const { mailbox, raw, ...identity } = mail;
    return this.knex.transaction(async tx => {
      const [row] = await tx(MAILS)
        .insert(
          {
            mailbox,
            fingerprint: identity.fingerprint,
            message_id: identity.messageId ?? null,
            sender: identity.sender ?? null,
            subject: identity.subject ?? null,
            size,
            state: size > raw.length ? 'quarantined' : 'received',
            reason: size > raw.length ? 'too-large' : null,
            due_at: now,
            received_at: now,
            updated_at: now,
          },
          ['id'],
        )
        .onConflict('fingerprint')
        .ignore();
      if (row) {
        await tx(ORIGINALS).insert({ mail_id: row.id, content: raw });
      }
      if (position) {
        await tx(MAILBOXES)
          .where({ mailbox, uid_validity: position.uidValidity })
          .where('last_uid', '<', position.uid)
          .update({ last_uid: position.uid });
      }
      return { known: row === undefined };
    });
  }

  /** The mails that are to be taken in, oldest first. */
  async due(limit: number): Promise<IncomingMailRow[]> {
    const rows = await mailRows(this.knex)
      .where({ state: 'received' })
      .where('due_at', '<=', this.clock())
      .orderBy('id')
      .limit(limit);
    return rows.map(readMailRow);
  }

  async original(id: number): Promise<Buffer | undefined> {
    const row = await this.knex(ORIGINALS)
      .where({ mail_id: id })
      .first('content');
    return row && Buffer.from(row.content);
  }

  async done(
    id: number,
    outcome: Outcome,
    ticketId: string | undefined,
  ): Promise<void> {
    await this.#update(id, {
      state: 'done',
      outcome,
      ticket_id: ticketId ?? null,
      reason: null,
      detail: null,
    });
  }

  async quarantine(
    id: number,
    reason: QuarantineReason,
    detail?: string,
  ): Promise<void> {
    await this.#update(id, {
      state: 'quarantined',
      reason,
      detail: detail === undefined ? null : kept(detail),
    });
  }

  /**
   * Counts an attempt before it is made: a mail that ends the backend is not
   * taken up again and again.
   *
   * @param pause - until the next one, if this one comes to no end, in milliseconds
   */
  async begin(id: number, pause: number): Promise<void> {
    await this.#update(id, {
      attempts: this.knex.raw('attempts + 1'),
      due_at: new Date(this.clock().getTime() + pause),
    });
  }

  /** Records what the mail server found out about where it comes from. */
  async setAuthentication(id: number, authentication: string): Promise<void> {
    await this.#update(id, { authentication });
  }

  /** @param pause - until the next attempt, in milliseconds */
  async postpone(id: number, detail: string, pause: number): Promise<void> {
    await this.#update(id, {
      detail: kept(detail),
      due_at: new Date(this.clock().getTime() + pause),
    });
  }

  /** The tickets of the mails with these identifiers that were taken in. */
  async ticketsOf(messageIds: readonly string[]): Promise<string[]> {
    return this.knex(MAILS)
      .whereIn('message_id', messageIds)
      .whereNotNull('ticket_id')
      .orderBy('id', 'desc')
      .pluck('ticket_id');
  }

  /**
   * The mails that were taken into a ticket, or into one that was merged into it,
   * and are for all its agents, newest first.
   */
  async ofTicket(ticketId: string): Promise<IncomingMailRow[]> {
    const rows = await mailRows(this.knex)
      .whereIn('ticket_id', await withMerged(this.knex, ticketId))
      .whereNot({ outcome: 'private' })
      .orderBy('id', 'desc')
      .limit(100);
    return rows.map(readMailRow);
  }

  /**
   * One of them as it came, as long as that is kept.
   *
   * @param fingerprint - how it begins, in hexadecimal digits
   */
  async originalOfTicket(
    ticketId: string,
    fingerprint: string,
  ): Promise<Buffer | undefined> {
    const mail = await this.knex(MAILS)
      .whereIn('ticket_id', await withMerged(this.knex, ticketId))
      .whereNot({ outcome: 'private' })
      .where('fingerprint', 'like', `${fingerprint}%`)
      .first('id');
    return mail && this.original(Number(mail.id));
  }

  /** When mails came from a sender since then; for a ticket, or in all. */
  async timesOf(
    sender: string,
    since: Date,
    { before, ticketId }: { before: number; ticketId?: string },
  ): Promise<Date[]> {
    const query = this.knex(MAILS)
      .where({ sender })
      .where('received_at', '>=', since)
      .where('id', '<', before);
    if (ticketId !== undefined) {
      query.where({ ticket_id: ticketId });
    }
    const times = await query.limit(200).pluck('received_at');
    return times.map(time => new Date(time));
  }

  /**
   * Forgets the originals of mails that were taken in before then, and all of
   * those that nobody let out of quarantine but that they came.
   */
  async forgetOriginalsBefore(time: Date): Promise<void> {
    await this.knex(MAILS)
      .where({ state: 'quarantined' })
      .where('updated_at', '<', time)
      .update({
        state: 'done',
        outcome: 'deleted',
        reason: null,
        detail: null,
        sender: null,
        subject: null,
      });
    await this.knex(ORIGINALS)
      .whereIn(
        'mail_id',
        this.knex(MAILS)
          .select('id')
          .where({ state: 'done' })
          .where('updated_at', '<', time),
      )
      .delete();
  }

  /** Forgets all mails of these tickets as they came, but not that they came. */
  async forgetOriginalsOf(
    ticketIds: readonly string[],
    transaction: Knex = this.knex,
  ): Promise<void> {
    await transaction(ORIGINALS)
      .whereIn(
        'mail_id',
        transaction(MAILS).select('id').whereIn('ticket_id', ticketIds),
      )
      .delete();
  }

  async #update(id: number, changes: object): Promise<void> {
    await this.knex(MAILS)
      .where({ id })
      .update({ ...changes, updated_at: this.clock() });
  }
}
