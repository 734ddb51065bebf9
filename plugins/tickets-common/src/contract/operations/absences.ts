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

/** Agents who are passed over when tickets are assigned. @public */
export const absenceOperations = {
  /**
   * Those absent now or later: for agents in all teams, for admins all.
   *
   * Where no teams are configured, agents see those of their own groups.
   */
  listAbsences: operation({
    method: 'GET',
    path: '/absences',
    response: found<Absences>(absencesSchema),
  }),

  /**
   * Say when a person is absent.
   *
   * Agents for themselves and their teams, admins for everybody.
   */
  setAbsence: operation({
    method: 'PUT',
    path: '/absences',
    input: body<AbsenceRequest>(absenceRequestSchema),
    response: changed<Absence>(absenceSchema),
  }),

  /** Say that a person is back. */
  endAbsence: operation({
    method: 'DELETE',
    path: '/absences',
    input: query<EndAbsenceQuery>(endAbsenceQuerySchema),
    response: nothing,
  }),
};
