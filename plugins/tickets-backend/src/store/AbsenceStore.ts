import type { Knex } from 'knex';
import { type DbInstant, toDate, toDateOrNull } from './sql/instants';

export interface StoredAbsence {
  readonly person: string;
  readonly from: Date;
  /** Null: until further notice. */
  readonly until: Date | null;
}

interface AbsenceRow {
  person: string;
  from: DbInstant;
  until: DbInstant | null;
  set_by: string;
}

/** Who is absent: the desk assigns them no tickets automatically. */
export class AbsenceStore {
  constructor(private readonly knex: Knex) {}

  /** Those of these people who are absent at a time. */
  async findAbsent(people: readonly string[], at: Date): Promise<Set<string>> {
    const rows = await this.#lasting(at)
      .whereIn('person', people)
      .where('from', '<=', at);
    return new Set(rows.map(({ person }) => person));
  }

  /**
   * Absences that did not end before a time, in the order of people.
   *
   * @param people - undefined: everybody
   */
  async list(
    people: readonly string[] | undefined,
    at: Date,
  ): Promise<StoredAbsence[]> {
    const query = this.#lasting(at).orderBy('person');
    if (people) {
      query.whereIn('person', people);
    }
    return (await query).map(row => ({
      person: row.person,
      from: toDate(row.from),
      until: toDateOrNull(row.until),
    }));
  }

  /** Takes the place of what was known of the same person. */
  async set(absence: StoredAbsence, setBy: string): Promise<void> {
    await this.knex('ticket_absences')
      .insert({ ...absence, set_by: setBy })
      .onConflict('person')
      .merge();
  }

  async end(person: string): Promise<void> {
    await this.knex('ticket_absences').where({ person }).delete();
  }

  #lasting(at: Date): Knex.QueryBuilder<AbsenceRow, AbsenceRow[]> {
    return this.knex('ticket_absences').where(lasting =>
      lasting.whereNull('until').orWhere('until', '>', at),
    );
  }
}
