import { ticketReadPermission } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/access';
import { permitOf } from '../domain/access/permits';
import { fromAddedPeople, fromOwnedAssets, whereMeets } from './criteria';

/** Narrows a query over `tickets`. */
export type Narrow = (query: Knex.QueryBuilder) => void;

/**
 * Narrows a query over `tickets` to what may be read within a scope: the same
 * decision as `accessTo` of the domain, in SQL.
 */
export function whereVisible(query: Knex.QueryBuilder, scope: Scope): void {
  wherePermitted(query, scope);
  if (!scope.admin) {
    const claims = [[...scope.person.belongsTo]];
    // what asks least of the database comes first
    query.where(visible => {
      visible.where(inside => whereInsider(inside, scope));
      for (const part of outsideParts(scope, claims)) {
        visible.orWhere(part.narrow);
      }
    });
  }
}

/** Narrows a query over `tickets` to those that the scope sees from inside. */
export function whereInside(query: Knex.QueryBuilder, scope: Scope): void {
  wherePermitted(query, scope);
  if (!scope.admin) {
    whereInsider(query, scope);
  }
}

/** More groups than these are looked for together. */
const MOST_PARTS = 4;

/** A part of what somebody may read. */
export interface VisiblePart {
  readonly narrow: Narrow;
  /**
   * `of-a-person`: as many tickets as one person has to do with, and there is
   * an index of them by their last update; `few`: fewer, and there is none.
   * Absent: nothing is known.
   */
  readonly size?: 'of-a-person' | 'few';
}

/**
 * The parts of which consists what may be read within the scope of somebody who
 * is no admin. Each can follow an index of its own.
 */
export function visibleParts(scope: Scope, insideOnly: boolean): VisiblePart[] {
  const all = [...scope.person.belongsTo];
  const claims = all.length > MOST_PARTS ? [all] : all.map(claim => [claim]);
  const outside = insideOnly ? [] : outsideParts(scope, claims);
  return [...insideParts(scope, claims), ...outside].map(part => ({
    ...part,
    narrow: query => {
      wherePermitted(query, scope);
      part.narrow(query);
    },
  }));
}

/** What the permission framework lets somebody read. */
export function wherePermitted(
  query: Knex.QueryBuilder,
  { permits }: Scope,
): void {
  const permit = permitOf(permits, ticketReadPermission);
  if (permits && typeof permit !== 'boolean') {
    query.where(met => whereMeets(met, permit, permits.statuses));
  } else if (!permit) {
    query.whereRaw('1 = 0');
  }
}

/** The agents of the ticket's team and, where they may see it, of others. */
export function whereInsider(query: Knex.QueryBuilder, scope: Scope): void {
  query.where(inside => {
    for (const part of insideParts(scope, [[...scope.person.belongsTo]])) {
      inside.orWhere(part.narrow);
    }
  });
}

function insideParts(scope: Scope, claims: readonly string[][]): VisiblePart[] {
  const ofTeams = claims.map((some): VisiblePart => ({
    narrow: query => query.whereIn('tickets.team', some),
  }));
  return scope.otherTeams || scope.triage
    ? [{ narrow: query => whereOtherTeam(query, scope) }, ...ofTeams]
    : ofTeams;
}

function whereOtherTeam(query: Knex.QueryBuilder, scope: Scope): void {
  query
    .whereIn('tickets.visibility', ['public', 'internal'])
    .whereNot('tickets.requester', scope.person.ref);
  if (!scope.otherTeams) {
    query.whereNull('tickets.team');
  }
  if (!scope.triage) {
    query.whereNotNull('tickets.team');
  }
}

/**
 * Requester and creator, the organisation, added people and groups, and the
 * owners of the assets.
 *
 * @param claims - the references of the person and their groups, in parts
 */
function outsideParts(
  { person }: Scope,
  claims: readonly string[][],
): VisiblePart[] {
  const all = claims.flat();
  const forParties = (query: Knex.QueryBuilder) =>
    query.whereIn('tickets.visibility', ['public', 'confidential']);
  const isPublic = (query: Knex.QueryBuilder) =>
    query.where('tickets.visibility', 'public');
  return [
    {
      narrow: query => forParties(query).where('tickets.requester', person.ref),
      size: 'of-a-person',
    },
    {
      narrow: query =>
        forParties(query).where('tickets.created_by', person.ref),
      size: 'of-a-person',
    },
    ...claims.map((some): VisiblePart => ({
      narrow: query =>
        isPublic(query)
          .where('tickets.organisation_access', true)
          .whereIn('tickets.organisation', some),
    })),
    {
      narrow: query =>
        forParties(query).whereExists(added =>
          fromAddedPeople(added, ['to', 'cc'], all),
        ),
      size: 'few',
    },
    {
      narrow: query =>
        isPublic(query).whereExists(assets => fromOwnedAssets(assets, all)),
    },
  ];
}
