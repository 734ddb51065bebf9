import { ticketReadPermission } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import { decisionOn } from '../../domain/access/decisions';
import { isAdded, ownsAsset, whereMeets } from './criteria';
import { type Narrow, type Sql, anyOf, sql, whereHolds } from '../sql/sql';

/**
 * Narrows a query over `tickets` to what may be read within a scope: the same
 * decision as `accessTo` of the domain, in SQL.
 */
export function whereReadable(query: Knex.QueryBuilder, scope: Scope): void {
  wherePermitted(query, scope);
  if (!scope.admin) {
    const claims = [[...scope.person.belongsTo]];
    // what asks least of the database comes first
    const branches = [
      ...insideBranches(scope, claims),
      ...outsideBranches(scope, claims),
    ];
    whereHolds(query, anyOf(branches.map(({ condition }) => condition)));
  }
}

/** Narrows a query over `tickets` to those that the scope sees from inside. */
export function whereInside(query: Knex.QueryBuilder, scope: Scope): void {
  wherePermitted(query, scope);
  whereHolds(query, isInsider(scope));
}

/** More groups than these are looked for together. */
const MAX_BRANCHES = 4;

/** A part of what a person may read. */
export interface VisibleBranch extends BranchSize {
  readonly narrow: Narrow;
}

interface AccessBranch extends BranchSize {
  readonly condition: Sql;
}

interface BranchSize {
  /**
   * `of-a-person`: as many tickets as one person has to do with, and there is
   * an index of them by their last update; `few`: fewer, and there is none.
   * Absent: nothing is known.
   */
  readonly size?: 'of-a-person' | 'few';
}

/**
 * The parts that make up what a person who is no admin may read within their
 * scope. Each can follow an index of its own.
 */
export function visibleBranches(
  scope: Scope,
  insideOnly: boolean,
): VisibleBranch[] {
  const all = [...scope.person.belongsTo];
  const claims = all.length > MAX_BRANCHES ? [all] : all.map(claim => [claim]);
  const outside = insideOnly ? [] : outsideBranches(scope, claims);
  return [...insideBranches(scope, claims), ...outside].map(
    ({ condition, ...branch }) => ({
      ...branch,
      narrow: query => {
        wherePermitted(query, scope);
        whereHolds(query, condition);
      },
    }),
  );
}

/** What the permission framework lets a person read. */
export function wherePermitted(
  query: Knex.QueryBuilder,
  { decisions }: Scope,
): void {
  const decision = decisionOn(decisions, ticketReadPermission);
  if (decisions && typeof decision !== 'boolean') {
    query.where(met => whereMeets(met, decision, decisions.statuses));
  } else if (!decision) {
    query.whereRaw('1 = 0');
  }
}

/**
 * That a person who may read the ticket sees its internal content: admins, the
 * agents of its team and, where they may see it, agents of other teams.
 */
export function isInsider(scope: Scope): Sql {
  const claims = [[...scope.person.belongsTo]];
  return scope.admin
    ? sql`1 = 1`
    : anyOf(insideBranches(scope, claims).map(({ condition }) => condition));
}

function insideBranches(
  scope: Scope,
  claims: readonly string[][],
): AccessBranch[] {
  const ofTeams = claims.map(some => ({
    condition: sql`tickets.team in ${some}`,
  }));
  return scope.otherTeams || scope.triage
    ? [{ condition: isOfOtherTeam(scope) }, ...ofTeams]
    : ofTeams;
}

function isOfOtherTeam({ person, otherTeams, triage }: Scope): Sql {
  return sql`
    tickets.visibility in ('public', 'internal')
    and tickets.requester <> ${person.ref}
    ${otherTeams ? sql`` : sql`and tickets.team is null`}
    ${triage ? sql`` : sql`and tickets.team is not null`}`;
}

/**
 * Requester and creator, the organisation, added people and groups, and the
 * owners of the assets.
 *
 * @param claims - the references of the person and their groups, in parts
 */
function outsideBranches(
  { person }: Scope,
  claims: readonly string[][],
): AccessBranch[] {
  const all = claims.flat();
  const forParties = sql`tickets.visibility in ('public', 'confidential')`;
  const forAll = sql`tickets.visibility = 'public'`;
  return [
    {
      condition: sql`${forParties} and tickets.requester = ${person.ref}`,
      size: 'of-a-person',
    },
    {
      condition: sql`${forParties} and tickets.created_by = ${person.ref}`,
      size: 'of-a-person',
    },
    ...claims.map(some => ({
      condition: sql`${forAll} and tickets.organisation_access
        and tickets.organisation in ${some}`,
    })),
    {
      condition: sql`${forParties} and ${isAdded(['to', 'cc'], all)}`,
      size: 'few',
    },
    { condition: sql`${forAll} and ${ownsAsset(all)}` },
  ];
}
