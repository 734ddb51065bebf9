import type { Knex } from 'knex';

/** What is kept while nobody was chosen yet: a row is needed to be held. */
const NOBODY = '';

/** Whose turn it is in each team, and how much everybody has to do. */
export class RoundRobinStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Who was chosen last in a team. The team's turns are held until the
   * transaction ends, so that nobody is chosen twice at once.
   */
  async lockLast(team: string): Promise<string | undefined> {
    const [row]: { last: string }[] = await this.knex('ticket_rotations')
      .insert({ team, last: NOBODY }, ['last'])
      .onConflict('team')
      .merge({ last: this.knex.ref('ticket_rotations.last') });
    return row.last === NOBODY ? undefined : row.last;
  }

  async setLast(team: string, person: string): Promise<void> {
    await this.knex('ticket_rotations')
      .where({ team })
      .update({ last: person });
  }

  /** How many open tickets these people are the assignees of. */
  async openTickets(people: readonly string[]): Promise<Map<string, number>> {
    const rows: { assignee: string; open: number | string }[] = await this.knex(
      'tickets',
    )
      .select('assignee')
      .count({ open: '*' })
      .whereIn('assignee', people)
      .whereNull('ended_at')
      .whereNull('merged_into')
      .whereNull('archived_at')
      .groupBy('assignee');
    return new Map(rows.map(({ assignee, open }) => [assignee, Number(open)]));
  }
}
