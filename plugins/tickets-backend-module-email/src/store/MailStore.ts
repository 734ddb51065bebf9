import type { Knex } from 'knex';
import type { ServerReport } from '../incoming/mime/serverReport';
import { withMerged } from './mergedTickets';

/**
 * What became of a mail: it waits, the mail server took it, it refused it for
 * good, or it could not be sent so far; a server reported that it is late, or
 * that it never arrived.
 */
export type MailState =
  'queued' | 'sent' | 'refused' | 'failed' | 'delayed' | 'bounced';

/** After which a mail is no longer sent. */
const settledStates: readonly MailState[] = [
  'sent',
  'refused',
  'delayed',
  'bounced',
];

/** Whether a mail in this state is no longer to be sent. */
export function isSettled(state: MailState | undefined): boolean {
  return state !== undefined && settledStates.includes(state);
}

interface MailRow {
  notification_id: string;
  ticket_id: string;
  address: string;
  message_id: string;
  state: MailState;
  error: string | null;
  created_at: Date;
  updated_at: Date;
}

/** A mail that is to be sent. */
export interface NewMail {
  readonly notificationId: string;
  readonly ticketId: string;
  /** In lower case. */
  readonly address: string;
  readonly messageId: string;
}

const TABLE = 'ticket_mails';
const DEAD = 'ticket_mail_dead_addresses';

/** What became of which mail; there is one for each notification and address. */
export class MailStore {
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Date,
  ) {}

  /** Records mails that are to be sent, apart from those that are known. */
  async queue(mails: readonly NewMail[]): Promise<void> {
    const now = this.clock();
    await this.knex<MailRow>(TABLE)
      .insert(
        mails.map(({ notificationId, ticketId, address, messageId }) => ({
          notification_id: notificationId,
          ticket_id: ticketId,
          address,
          message_id: messageId,
          state: 'queued' as const,
          created_at: now,
          updated_at: now,
        })),
      )
      .onConflict(['notification_id', 'address'])
      .ignore();
  }

  /** What became of the mails of a notification, by their addresses. */
  async statesOf(notificationId: string): Promise<Map<string, MailState>> {
    const rows = await this.knex<MailRow>(TABLE)
      .where({ notification_id: notificationId })
      .select('address', 'state');
    return new Map(rows.map(({ address, state }) => [address, state]));
  }

  /** Whether a mail is no longer to be sent. */
  async isSettled({ notificationId, address }: NewMail): Promise<boolean> {
    const row = await this.knex<MailRow>(TABLE)
      .where({ notification_id: notificationId, address })
      .whereIn('state', settledStates)
      .first('state');
    return row !== undefined;
  }

  async record(
    { notificationId, address }: NewMail,
    state: MailState,
    error: string | null = null,
  ): Promise<void> {
    await this.knex<MailRow>(TABLE)
      .where({ notification_id: notificationId, address })
      .update({ state, error, updated_at: this.clock() });
  }

  /**
   * Records what a server reports. After a final failure nothing is sent to the
   * address until a mail comes from there.
   *
   * @returns false when no mail of the desk is meant
   */
  async recordReport({
    messageId,
    fate,
    final,
    cause,
  }: ServerReport): Promise<boolean> {
    const mail =
      messageId === undefined
        ? undefined
        : await this.knex<MailRow>(TABLE)
            .where({ message_id: messageId })
            .first('address');
    if (!mail) {
      return false;
    }
    const now = this.clock();
    if (fate !== 'other') {
      await this.knex<MailRow>(TABLE)
        .where({ message_id: messageId })
        // what is late may still arrive, and what came back does not
        .whereNot({ state: 'bounced' })
        .update({
          state: fate === 'failed' ? 'bounced' : 'delayed',
          error: cause,
          updated_at: now,
        });
    }
    if (final) {
      await this.knex(DEAD)
        .insert({ address: mail.address, error: cause, since: now })
        .onConflict('address')
        .merge();
    }
    return true;
  }

  /** Which of these addresses mails came back from for good, and why. */
  async deadAmong(addresses: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.knex(DEAD)
      .whereIn('address', addresses)
      .select('address', 'error');
    return new Map(rows.map(({ address, error }) => [address, error]));
  }

  /** Lets a mail be sent again that came to an end. */
  async requeue({
    notificationId,
    address,
  }: Pick<NewMail, 'notificationId' | 'address'>): Promise<void> {
    await this.knex<MailRow>(TABLE)
      .where({ notification_id: notificationId, address })
      .update({ state: 'queued', error: null, updated_at: this.clock() });
  }

  /** The person is there again. */
  async revive(address: string): Promise<void> {
    await this.knex(DEAD).where({ address }).delete();
  }

  /**
   * How many mails about a ticket went, and those that were merged into it, and
   * what became of the newest ones.
   */
  async ofTicket(ticketId: string): Promise<{
    count: number;
    last: Date | undefined;
    newest: {
      address: string;
      state: MailState;
      error: string | null;
      at: Date;
    }[];
  }> {
    const ids = await withMerged(this.knex, ticketId);
    const ofTicket = () => this.knex(TABLE).whereIn('ticket_id', ids);
    const [summary, newest] = await Promise.all([
      ofTicket()
        .whereIn('state', ['sent', 'delayed', 'bounced'])
        .count({ count: '*' })
        .max({ last: 'created_at' })
        .first(),
      ofTicket()
        .orderBy('id', 'desc')
        .limit(100)
        .select('address', 'state', 'error', { at: 'created_at' }),
    ]);
    return {
      count: Number(summary?.count ?? 0),
      last: summary?.last ? new Date(summary.last) : undefined,
      newest: newest.map(({ at, ...mail }) => ({ ...mail, at: new Date(at) })),
    };
  }

  /** When mails about a ticket went to an address since then. */
  async timesOf(
    { ticketId, address }: Pick<NewMail, 'ticketId' | 'address'>,
    since: Date,
  ): Promise<Date[]> {
    const times = await this.knex<MailRow>(TABLE)
      .where({ ticket_id: ticketId, address, state: 'sent' })
      .where('created_at', '>=', since)
      .limit(200)
      .pluck('created_at');
    return times.map(time => new Date(time));
  }

  /** Forgets the mails of which nothing was heard since then. */
  async forgetBefore(time: Date): Promise<number> {
    return this.knex<MailRow>(TABLE).where('updated_at', '<', time).delete();
  }
}
