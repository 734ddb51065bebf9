import { type StatusType, isEnded } from '@portaldesk/plugin-tickets-common';
import type { ConfigIssues } from '../ConfigIssues';
import type { TicketsConfig } from '../schema/ticketsConfig';
import type { References } from './References';

type Workflow = TicketsConfig['workflow'];

const REACTIONS = [
  'onRead',
  'onAssign',
  'onAgentReply',
  'onRequesterReply',
  'onReturn',
  'onReopen',
] as const satisfies readonly (keyof Workflow)[];

/** After these an agent has to work on the ticket. */
const BEGINNINGS: readonly string[] = ['onRead', 'onReturn', 'onReopen'];

/** What the statuses have to be that these lead out of. */
const ORIGINS: Partial<
  Record<
    (typeof REACTIONS)[number],
    { fits: (type: StatusType) => boolean; hint: string }
  >
> = {
  onRead: {
    fits: type => !isEnded(type),
    hint: 'use a status that is neither solved nor closed',
  },
  onReturn: {
    fits: type => type === 'postponed',
    hint: 'use a status of type postponed',
  },
  onReopen: {
    fits: isEnded,
    hint: 'use a status of type solved or closed',
  },
};

export function validateLifecycle(
  tickets: TicketsConfig,
  issues: ConfigIssues,
  references: References,
): void {
  if (!references.knows('statuses')) {
    return;
  }
  findStatusMistakes(tickets, issues, references);
  findReactionMistakes(tickets, issues, references);
  findAutoCloseMistakes(tickets, issues, references);
}

function findStatusMistakes(
  { statuses }: TicketsConfig,
  issues: ConfigIssues,
  references: References,
) {
  if (!statuses) {
    return;
  }
  statuses.forEach(({ next }, index) =>
    references.checkAll('statuses', ['statuses', index, 'next'], next),
  );
  if (!statuses.some(({ type }) => type === 'new' || type === 'open')) {
    issues.add(
      ['statuses'],
      'add a status of type new or open, in which tickets begin',
    );
  }
  if (!statuses.some(({ type }) => isEnded(type))) {
    issues.add(
      ['statuses'],
      'add a status of type solved or closed, in which tickets end',
    );
  }
}

function findReactionMistakes(
  tickets: TicketsConfig,
  issues: ConfigIssues,
  references: References,
) {
  for (const trigger of REACTIONS) {
    const reaction = tickets.workflow[trigger];
    if (!reaction) {
      continue;
    }
    const path = ['workflow', trigger];
    references.check('statuses', [...path, 'to'], reaction.to);
    references.checkAll('statuses', [...path, 'from'], reaction.from);
    reaction.from?.forEach((from, index) => {
      const left = references.typeOf(from);
      const origin = ORIGINS[trigger];
      if (left && origin && !origin.fits(left)) {
        issues.add([...path, 'from', index], origin.hint);
      }
    });
    const type = references.typeOf(reaction.to);
    if (type === 'postponed') {
      issues.add(
        [...path, 'to'],
        'use a status that is not of type postponed, since nobody gives a date',
      );
    } else if (type && isEnded(type) && BEGINNINGS.includes(trigger)) {
      issues.add(
        [...path, 'to'],
        'use a status that is neither solved nor closed',
      );
    }
  }
}

function findAutoCloseMistakes(
  tickets: TicketsConfig,
  issues: ConfigIssues,
  references: References,
) {
  const { autoClose } = tickets.workflow;
  if (!autoClose) {
    return;
  }
  const path = ['workflow', 'autoClose'];
  references.checkAll('statuses', [...path, 'from'], autoClose.from);
  references.check('statuses', [...path, 'to'], autoClose.to);
  const types = references.statuses().map(({ type }) => type);
  const type = autoClose.to && references.typeOf(autoClose.to);
  if (type && !isEnded(type)) {
    issues.add([...path, 'to'], 'use a status of type solved or closed');
  }
  autoClose.from?.forEach((from, index) => {
    const fromType = references.typeOf(from);
    if (fromType === 'closed' || fromType === 'postponed') {
      issues.add(
        [...path, 'from', index],
        fromType === 'closed'
          ? 'use a status that is not closed already'
          : 'use a status that is not of type postponed, since such tickets come back',
      );
    }
  });
  if (!autoClose.from && !types.includes('solved')) {
    issues.add(
      [...path, 'from'],
      'list the statuses from which tickets are closed, since none is of type solved',
    );
  }
  if (!autoClose.to && !types.includes('closed')) {
    issues.add(
      [...path, 'to'],
      'use the id of a solved status, since none is of type closed',
    );
  }
}
