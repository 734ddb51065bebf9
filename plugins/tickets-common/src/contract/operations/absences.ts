import {
  type Absence,
  type Absences,
  absenceSchema,
  absencesSchema,
} from '../../model';
import {
  type AbsenceRequest,
  type EndAbsenceQuery,
  absenceRequestSchema,
  endAbsenceQuerySchema,
} from '../../requests';
import { body, query } from '../input';
import { operation } from '../operation';
import { changed, found, nothing } from '../response';

/** Agents who are skipped when tickets are assigned. @public */
export const absenceOperations = {
  /**
   * The people who are absent now or later: for agents those of all teams, for
   * admins all.
   *
   * Where no teams are configured, agents see those of their own groups.
   */
  listAbsences: operation({
    method: 'GET',
    path: '/absences',
    response: found<Absences>(absencesSchema),
  }),

  /**
   * Set the absence of a person.
   *
   * Agents for themselves and their teams, admins for everyone.
   */
  setAbsence: operation({
    method: 'PUT',
    path: '/absences',
    input: body<AbsenceRequest>(absenceRequestSchema),
    response: changed<Absence>(absenceSchema),
  }),

  /** End the absence of a person. */
  endAbsence: operation({
    method: 'DELETE',
    path: '/absences',
    input: query<EndAbsenceQuery>(endAbsenceQuerySchema),
    response: nothing,
  }),
};
