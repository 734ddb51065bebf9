import type { Knex } from 'knex';
import type { MailState } from './MailStore';

const MAILS = 'ticket_mails';
const DEAD = 'ticket_mail_dead_addresses';

/** What admins may have to do something about. */
const TROUBLED: readonly MailState[] = [
  'refused',
  'failed',
  'delayed',
  'bounced',
];

/** A mail that did not arrive, as far as is known. */
export interface TroubledMail {
  readonly id: number;
  readonly ticketId: string;
  readonly address: string;
  readonly state: MailState;
  readonly error: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An address that nothing is sent to, since mails came back for good. */
export interface DeadAddress {
  readonly address: string;
  readonly error: string;
  readonly since: Date;
}

/** Which mails did not arrive, and where nothing is sent any longer. */
export class TroubleStore {
  constructor(private readonly knex: Knex) {}

  /** Mails that did not arrive, newest first. */
  async mails(limit: number, before?: number): Promise<TroubledMail[]> {
    const query = this.knex(MAILS).whereIn('state', TROUBLED);
    if (before !== undefined) {
      query.where('id', '<', before);
    }
    const rows = await query
      .orderBy('id', 'desc')
      .limit(limit)
      .select(
        'id',
        'ticket_id',
        'address',
        'state',
        'error',
        'created_at',
        'updated_at',
      );
    return rows.map(row => ({
      id: Number(row.id),
      ticketId: row.ticket_id,
      address: row.address,
      state: row.state,
      error: row.error,
      createdAt: new Date(row.created_at),
      updatedAt: new Date(row.updated_at),
    }));
  }

  /** One of them, as it is sent. */
  async find(
    id: number,
  ): Promise<{ notificationId: string; address: string } | undefined> {
    const row = await this.knex(MAILS)
      .where({ id })
      .whereIn('state', TROUBLED)
      .first('notification_id', 'address');
    return row && { notificationId: row.notification_id, address: row.address };
  }

  /** Addresses that nothing is sent to, newest first. */
  async deadAddresses(limit: number): Promise<DeadAddress[]> {
    const rows = await this.knex(DEAD)
      .orderBy('since', 'desc')
      .limit(limit)
      .select('address', 'error', 'since');
    return rows.map(({ address, error, since }) => ({
      address,
      error,
      since: new Date(since),
    }));
  }

  /** @returns false when the address is not dead */
  async revive(address: string): Promise<boolean> {
    return (await this.knex(DEAD).where({ address }).delete()) > 0;
  }
}
