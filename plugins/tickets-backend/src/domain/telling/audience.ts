import type { AccessPolicy } from '../access/access';
import {
  type Happening,
  type Occurrence,
  type TicketOccasion,
  occasionsOf,
} from './occasions';
import { type Column, merge, partiesOf, party } from './parties';
import { refreshes } from './refreshes';
import type { HistoryRules } from '../history';
import { isToldToActor, unmuted } from './tellable';

/** Who is told of a change: the table "Who is told what" of the desk's rules. */
export function occurrencesOf(
  rules: HistoryRules & { readonly access: AccessPolicy },
  happening: Happening,
): Occurrence[] {
  return [
    ...occasionsOf(rules.statuses, happening).map(occasion =>
      tell(happening, occasion),
    ),
    ...refreshes(rules, happening),
  ].filter(({ parties }) => parties.length > 0);
}

/** The row of the table for an occasion. */
function rowOf(
  { occasion, told }: TicketOccasion,
  { after, side, actor }: Happening,
): Column[] {
  const when = (holds: boolean, column: Column) => (holds ? [column] : []);
  const byRequestersSide = side === 'requester';
  const unattended = after.assignee === null;
  const broughtToOwnTeam =
    after.team !== null && actor.belongsTo.has(after.team);
  switch (occasion) {
    case 'filed':
      // who filed through the public form looks into their inbox
      return after.channel === 'public'
        ? ['team', 'assignee']
        : ['requester', 'team', 'assignee', 'others'];
    case 'filed-on-behalf':
      return [
        'requester',
        ...when(!broughtToOwnTeam, 'team'),
        'assignee',
        'others',
      ];
    case 'replied':
      return [
        'requester',
        ...when(byRequestersSide && unattended, 'team'),
        'assignee',
        'others',
      ];
    case 'noted':
      return ['assignee', 'others'];
    case 'assigned':
    case 'rated':
      return ['assignee'];
    case 'moved':
      return when(!broughtToOwnTeam, 'team');
    case 'solved':
    case 'closed':
      return [
        ...when(told !== false, 'requester'),
        ...when(byRequestersSide, 'assignee'),
        ...when(told !== false, 'others'),
      ];
    case 'returned':
      return [...when(unattended, 'team'), 'assignee'];
    case 'reopened':
      // the requester's side cannot keep from the team that there is work again
      return told === false && !byRequestersSide
        ? []
        : [
            ...when(!byRequestersSide, 'requester'),
            ...when(unattended, 'team'),
            'assignee',
            ...when(told !== false, 'others'),
          ];
    default:
      return [];
  }
}

function tell(happening: Happening, fact: TicketOccasion): Occurrence {
  const { before, after, actor } = happening;
  const { occasion, messageId, recipients = [] } = fact;
  const columns = partiesOf(after);
  const parties = [
    ...rowOf(fact, happening).flatMap(column => columns[column]),
    ...party(
      occasion === 'unassigned' ? before?.assignee : null,
      'former-assignee',
    ),
    ...recipients.flatMap(ref => party(ref, 'recipient')),
  ];
  return {
    occasion,
    ...(messageId !== undefined && { messageId }),
    inside: occasion === 'noted',
    parties: merge(unmuted(after, parties)).filter(
      ({ ref, roles }) =>
        (ref !== actor.ref || isToldToActor(occasion, roles)) &&
        (ref !== after.requester || occasion !== 'noted'),
    ),
  };
}
