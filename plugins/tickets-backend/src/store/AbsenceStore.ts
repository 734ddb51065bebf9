import type { Knex } from 'knex';
import { type DbInstant, toDate, toDateOrNull } from './instants';

export interface StoredAbsence {
  readonly person: string;
  readonly from: Date;
  /** Null: until further notice. */
  readonly until: Date | null;
}

/** Who is absent, and gets no tickets by themselves. */
export interface AbsenceStore {
  /** Those of these people who are absent at a time. */
  findAbsent(people: readonly string[], at: Date): Promise<Set<string>>;
  /**
   * Absences that did not end before a time, in the order of people.
   *
   * @param people - undefined: everybody
   */
  list(
    people: readonly string[] | undefined,
    at: Date,
  ): Promise<StoredAbsence[]>;
  /** Takes the place of what was known of the same person. */
  set(absence: StoredAbsence, setBy: string): Promise<void>;
  end(person: string): Promise<void>;
}

interface AbsenceRow {
  person: string;
  from: DbInstant;
  until: DbInstant | null;
  set_by: string;
}

export class KnexAbsenceStore implements AbsenceStore {
  constructor(private readonly knex: Knex) {}

  async findAbsent(people: readonly string[], at: Date) {
    const rows = await this.#lasting(at)
      .whereIn('person', people)
      .where('from', '<=', at);
    return new Set(rows.map(({ person }) => person));
  }

  async list(people: readonly string[] | undefined, at: Date) {
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

  async set(absence: StoredAbsence, setBy: string) {
    await this.knex('ticket_absences')
      .insert({ ...absence, set_by: setBy })
      .onConflict('person')
      .merge();
  }

  async end(person: string) {
    await this.knex('ticket_absences').where({ person }).delete();
  }

  #lasting(at: Date): Knex.QueryBuilder<AbsenceRow, AbsenceRow[]> {
    return this.knex('ticket_absences').where(lasting =>
      lasting.whereNull('until').orWhere('until', '>', at),
    );
  }
}
