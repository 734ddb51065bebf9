import { ticketReadPermission } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/access';
import { permitOf } from '../domain/access/permits';
import { fromAddedPeople, fromOwnedAssets, whereMeets } from './criteria';

/**
 * Narrows a query over `tickets` to what may be read within a scope: the same
 * decision as `accessTo` of the domain, in SQL.
 */
export function whereVisible(query: Knex.QueryBuilder, scope: Scope): void {
  wherePermitted(query, scope);
  if (scope.admin) {
    return;
  }
  query.where(visible => {
    visible
      .where(own =>
        own
          .whereIn('tickets.visibility', ['public', 'confidential'])
          .where(party => whereParty(party, scope)),
      )
      .orWhere(open =>
        open
          .where('tickets.visibility', 'public')
          .where(bystander => whereBystander(bystander, scope)),
      )
      .orWhere(inside => whereInsider(inside, scope));
  });
}

/** Narrows a query over `tickets` to those that the scope sees from inside. */
export function whereInside(query: Knex.QueryBuilder, scope: Scope): void {
  wherePermitted(query, scope);
  if (!scope.admin) {
    whereInsider(query, scope);
  }
}

/** What the permission framework lets somebody read. */
function wherePermitted(query: Knex.QueryBuilder, { permits }: Scope): void {
  const permit = permitOf(permits, ticketReadPermission);
  if (permits && typeof permit !== 'boolean') {
    query.where(met => whereMeets(met, permit, permits.statuses));
  } else if (!permit) {
    query.whereRaw('1 = 0');
  }
}

/** Requester, creator, added people and groups. */
function whereParty(query: Knex.QueryBuilder, { person }: Scope): void {
  query
    .where('tickets.requester', person.ref)
    .orWhere('tickets.created_by', person.ref)
    .orWhereExists(added =>
      fromAddedPeople(added, ['to', 'cc'], [...person.belongsTo]),
    );
}

/** The requester's organisation and the owners of the assets. */
function whereBystander(query: Knex.QueryBuilder, { person }: Scope): void {
  const groups = [...person.belongsTo];
  query
    .where(organisation =>
      organisation
        .where('tickets.organisation_access', true)
        .whereIn('tickets.organisation', groups),
    )
    .orWhereExists(assets => fromOwnedAssets(assets, groups));
}

/** The agents of the ticket's team and, where they may see it, of others. */
export function whereInsider(query: Knex.QueryBuilder, scope: Scope): void {
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
