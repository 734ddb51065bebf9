import type {
  Absence,
  AbsenceRequest,
  Absences,
  EndAbsenceQuery,
} from '@portaldesk/plugin-tickets-common';
import { teamsOf } from '../../domain/access/access';
import type { StoredAbsence } from '../../store/AbsenceStore';
import type { Caller } from '../Caller';
import { type DeskContext, callersScope } from '../context';
import { InvalidRequestError, issueAt } from '../errors';
import { refusal } from '../refusal';

/**
 * The people who are absent now or later: for agents the members of all teams
 * and themselves, for admins everyone.
 */
export async function listAbsences(
  context: DeskContext,
  caller: Caller,
): Promise<Absences> {
  const { admin, agent } = callersScope(context, caller);
  if (!admin && !agent) {
    return { items: [] };
  }
  const absences = await context.store.absences.list(
    undefined,
    context.clock(),
  );
  const known = admin ? absences : await knownTo(context, caller, absences);
  return { items: known.map(presentAbsence) };
}

/**
 * The caller's own, and those of members of teams to which they can hand over
 * tickets.
 */
async function knownTo(
  { catalog, config }: DeskContext,
  caller: Caller,
  absences: readonly StoredAbsence[],
): Promise<StoredAbsence[]> {
  const { teams: configured } = config.access;
  const teams = configured.length > 0 ? configured : [...caller.belongsTo];
  const directory = await catalog.directory(
    absences.map(({ person }) => person),
  );
  return absences.filter(
    ({ person }) =>
      person === caller.ref ||
      teams.some(team => directory.person(person)?.belongsTo.has(team)),
  );
}

/**
 * Sets the absence of a person, in place of an earlier one.
 *
 * @throws NotAllowedError unless the caller is an admin, or an agent of the
 *   same team
 * @throws InvalidRequestError when there is no such person, or at `until` when
 *   it is in the past
 */
export async function setAbsence(
  context: DeskContext,
  caller: Caller,
  request: AbsenceRequest,
): Promise<Absence> {
  const { person } = request;
  const now = context.clock();
  await requireSayIn(context, caller, person);
  const absence: StoredAbsence = {
    person,
    from: request.from === undefined ? now : new Date(request.from),
    until: request.until === undefined ? null : new Date(request.until),
  };
  if (absence.until && absence.until <= now) {
    throw new InvalidRequestError([
      issueAt('until', 'expected a time in the future', 'not-in-future'),
    ]);
  }
  const directory = await context.catalog.directory([person]);
  if (!directory.has(person)) {
    throw new InvalidRequestError([
      issueAt('person', `${person} is not in the catalog`, 'not-in-catalog'),
    ]);
  }
  await context.store.absences.set(absence, caller.ref);
  return presentAbsence(absence);
}

/** Ends or cancels the absence of a person. */
export async function endAbsence(
  context: DeskContext,
  caller: Caller,
  { person }: EndAbsenceQuery,
): Promise<void> {
  await requireSayIn(context, caller, person);
  await context.store.absences.end(person);
}

async function requireSayIn(
  context: DeskContext,
  caller: Caller,
  person: string,
): Promise<void> {
  const people = await peopleOf(context, caller);
  if (people && !people.includes(person)) {
    throw refusal(
      'absence-not-allowed',
      'Agents can set absences for themselves and for members of their teams.',
    );
  }
}

/** The people whose absence the caller can set; undefined: everyone. */
async function peopleOf(
  context: DeskContext,
  caller: Caller,
): Promise<string[] | undefined> {
  const scope = callersScope(context, caller);
  if (scope.admin) {
    return undefined;
  }
  if (!scope.agent) {
    return [];
  }
  const teams = teamsOf(context.config.access, caller);
  const directory = await context.catalog.directory(teams);
  const members = teams.flatMap(team => directory.membersOf(team));
  return [...new Set([caller.ref, ...members])];
}

function presentAbsence({ person, from, until }: StoredAbsence): Absence {
  return {
    person,
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
  };
}
