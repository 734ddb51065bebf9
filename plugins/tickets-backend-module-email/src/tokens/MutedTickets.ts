import type { Knex } from 'knex';

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
    await this.knex(TABLE).where({ ticket_id: ticketId, address }).delete();
  }

  async isMuted(ticketId: string, address: string): Promise<boolean> {
    return (await this.among(ticketId, [address])).has(address);
  }

  /** Which of these addresses want no mails about the ticket. */
  async among(
    ticketId: string,
    addresses: readonly string[],
  ): Promise<Set<string>> {
    const rows = await this.knex(TABLE)
      .where({ ticket_id: ticketId })
      .whereIn('address', addresses)
      .pluck('address');
    return new Set(rows);
  }
}
