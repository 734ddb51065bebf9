import type { Knex } from 'knex';
import type { Scope } from '../domain/access';

/**
 * Narrows a query over `tickets` to what may be read within a scope: the same
 * decision as `accessTo` of the domain, in SQL.
 */
export function whereVisible(query: Knex.QueryBuilder, scope: Scope): void {
  if (scope.admin) {
    return;
  }
  const { ref, belongsTo } = scope.person;
  const groups = [...belongsTo];
  query.where(visible => {
    visible
      .where(own =>
        own
          .whereIn('tickets.visibility', ['public', 'confidential'])
          .where(side =>
            side
              .where('tickets.requester', ref)
              .orWhere('tickets.created_by', ref),
          ),
      )
      .orWhere(open =>
        open
          .where('tickets.visibility', 'public')
          .where(bystander =>
            bystander
              .whereIn('tickets.organisation', groups)
              .orWhereExists(assets =>
                assets
                  .from('ticket_assets')
                  .whereRaw('ticket_assets.ticket_id = tickets.id')
                  .whereIn('ticket_assets.owner', groups),
              ),
          ),
      )
      .orWhere(inside => whereInside(inside, scope));
  });
}

/** Narrows a query over `tickets` to those that the scope sees from inside. */
export function whereInside(query: Knex.QueryBuilder, scope: Scope): void {
  if (scope.admin) {
    return;
  }
  query.where(inside => {
    inside.whereIn('tickets.team', [...scope.person.belongsTo]);
    if (scope.otherTeams || scope.triage) {
      inside.orWhere(others => {
        others
          .whereIn('tickets.visibility', ['public', 'internal'])
          .whereNot('tickets.requester', scope.person.ref);
        if (!scope.otherTeams) {
          others.whereNull('tickets.team');
        }
        if (!scope.triage) {
          others.whereNotNull('tickets.team');
        }
      });
    }
  });
}
