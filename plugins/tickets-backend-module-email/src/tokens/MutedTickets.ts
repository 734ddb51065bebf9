import type { Knex } from 'knex';
import { withMerged } from '../store/mergedTickets';

const TABLE = 'ticket_mail_muted';

/** Who wants no mails about a ticket. */
export class MutedTickets {
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Date,
  ) {}

  async mute(ticketId: string, address: string): Promise<void> {
    await this.knex(TABLE)
      .insert({ ticket_id: ticketId, address, since: this.clock() })
      .onConflict(['ticket_id', 'address'])
      .ignore();
  }

  async unmute(ticketId: string, address: string): Promise<void> {
    await this.knex(TABLE)
      .whereIn('ticket_id', await withMerged(this.knex, ticketId))
      .where({ address })
      .delete();
  }

  async isMuted(ticketId: string, address: string): Promise<boolean> {
    return (await this.among(ticketId, [address])).has(address);
  }

  /**
   * Which of these addresses want no mails about the ticket, or about one that was
   * merged into it.
   */
  async among(
    ticketId: string,
    addresses: readonly string[],
  ): Promise<Set<string>> {
    const rows = await this.knex(TABLE)
      .whereIn('ticket_id', await withMerged(this.knex, ticketId))
      .whereIn('address', addresses)
      .pluck('address');
    return new Set(rows);
  }
}
