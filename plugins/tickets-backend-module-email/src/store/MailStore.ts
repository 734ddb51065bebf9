import type { Knex } from 'knex';

/**
 * What became of a mail: it waits, the mail server took it, it refused it for
 * good, or it could not be sent so far.
 */
export type MailState = 'queued' | 'sent' | 'refused' | 'failed';

/** After which a mail is not sent any more. */
const settledStates: readonly MailState[] = ['sent', 'refused'];

/** Whether a mail in this state is not to be sent any more. */
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

  /** Whether a mail is not to be sent any more. */
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

  /** Forgets the mails of which nothing was heard since then. */
  async forgetBefore(time: Date): Promise<number> {
    return this.knex<MailRow>(TABLE).where('updated_at', '<', time).delete();
  }
}
