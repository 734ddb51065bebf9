import type { Knex } from 'knex';

/** A ticket whose deadlines were computed by other rules than the present ones. */
export interface OutdatedTicket {
  readonly id: string;
  /** Fingerprint of those rules. */
  readonly rules: string;
}

export interface OutdatedPage {
  readonly limit: number;
  /** The last one of the part before. */
  readonly after?: OutdatedTicket;
}

/**
 * Open tickets with a policy whose deadlines were computed by rules with a
 * fingerprint that sorts on one side of the present one. Each side is a part
 * of an index; to ask for both at once would read all that lies between.
 */
export async function outdatedDeadlines(
  knex: Knex,
  side: '<' | '>',
  rules: string,
  { limit, after }: OutdatedPage,
): Promise<OutdatedTicket[]> {
  const query = knex('tickets')
    .select<OutdatedTicket[]>('id', { rules: 'sla_rules' })
    .whereNotNull('sla_policy')
    .whereNull('ended_at')
    .where('sla_rules', side, rules)
    .orderBy(['sla_rules', 'id'])
    .limit(limit);
  if (after) {
    query.whereRaw('(sla_rules, id) > (?, ?)', [after.rules, after.id]);
  }
  return query;
}
