import type { AccessPolicy } from '../access/access';
import { lossOccurrences } from './lostAccess';
import {
  type Happening,
  type Occurrence,
  type TicketOccasion,
  occasionsOf,
} from './occasions';
import { merge, partiesOf } from './parties';
import { refreshes } from './refreshes';
import { isWork, toldColumns } from './rowFacts';
import { rows } from './rows';
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
    ...lossOccurrences(rules.access, happening),
    ...refreshes(rules, happening),
  ].filter(({ parties, work }) => parties.length > 0 || work);
}

function tell(happening: Happening, fact: TicketOccasion): Occurrence {
  const { after, actor } = happening;
  const { occasion, messageId, other, named = [] } = fact;
  const row = rows[occasion];
  const partiesIn = partiesOf(after);
  const parties = [
    ...toldColumns(row, fact, happening).flatMap(column => partiesIn[column]),
    ...named,
  ];
  return {
    occasion,
    ...(messageId !== undefined && { messageId }),
    ...(other && { other }),
    ...(isWork(row, fact, happening) && { work: true }),
    inside: occasion === 'noted',
    parties: merge(unmuted(after, parties)).filter(
      ({ ref, roles }) =>
        (ref !== actor.ref || isToldToActor(occasion, roles)) &&
        (ref !== after.requester || occasion !== 'noted'),
    ),
  };
}
