import {
  absenceRequestSchema,
  absenceSchema,
  absencesSchema,
  userRefSchema,
} from '@portaldesk/plugin-tickets-common';
import { changed, found, nothing } from './answers';
import { endpoint } from './endpoint';
import { parse } from './parse';

/** Agents who are passed over when tickets are assigned. */
export const absenceRoutes = [
  endpoint({
    method: 'get',
    path: '/absences',
    operationId: 'listAbsences',
    summary:
      'Those absent now or later: for agents in all teams, for admins all',
    description:
      'Where no teams are configured, agents see those of their own groups.',
    tag: 'Absences',
    answer: found(absencesSchema, 'The absences.'),
    handle: ({ desk, caller }) => desk.absences(caller),
  }),

  endpoint({
    method: 'put',
    path: '/absences',
    operationId: 'setAbsence',
    summary: 'Say when somebody is absent',
    description: 'Agents for themselves and their teams, admins for everybody.',
    tag: 'Absences',
    body: absenceRequestSchema,
    answer: changed(absenceSchema, 'The absence.'),
    handle: ({ desk, caller, body }) => desk.setAbsence(caller, body),
  }),

  endpoint({
    method: 'delete',
    path: '/absences/{person}',
    operationId: 'endAbsence',
    summary: 'Say that somebody is back',
    tag: 'Absences',
    answer: nothing,
    handle: ({ desk, caller, path }) =>
      desk.endAbsence(
        caller,
        parse(userRefSchema, path.person, ['path', 'person']),
      ),
  }),
];
