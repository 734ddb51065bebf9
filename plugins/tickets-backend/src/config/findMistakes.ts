import { isEnded } from '@portaldesk/plugin-tickets-common';
import type { ConfigMistakes } from './ConfigMistakes';
import { DEFAULT_PRIORITIES, DEFAULT_STATUSES } from './defaults';
import type { TicketsConfig } from './schema';

type Path = readonly (string | number)[];

/** Finds what is wrong between settings that are well formed by themselves. */
export function findMistakes(
  tickets: TicketsConfig,
  mistakes: ConfigMistakes,
): void {
  findDuplicates(tickets, mistakes);
  findStatusMistakes(tickets, mistakes);
  findWorkflowMistakes(tickets, mistakes);
  findPriorityMistakes(tickets, mistakes);
  findTeamMistakes(tickets, mistakes);
}

function findDuplicates(tickets: TicketsConfig, mistakes: ConfigMistakes) {
  const lists: [string, string, readonly string[]][] = [
    ['statuses', 'id', tickets.statuses?.map(({ id }) => id) ?? []],
    ['priorities', 'id', tickets.priorities?.map(({ id }) => id) ?? []],
    ['categories', 'id', tickets.categories.map(({ id }) => id)],
    ['teams', 'group', tickets.teams?.map(({ group }) => group) ?? []],
  ];
  for (const [list, key, values] of lists) {
    values.forEach((value, index) => {
      const first = values.indexOf(value);
      if (first < index) {
        mistakes.add(
          [list, index, key],
          `tickets.${list}[${first}] has it already; choose another or remove one`,
        );
      }
    });
  }
}

function findStatusMistakes(tickets: TicketsConfig, mistakes: ConfigMistakes) {
  const statuses = tickets.statuses;
  if (!statuses) {
    return;
  }
  statuses.forEach((status, index) =>
    status.next?.forEach((next, at) =>
      checkStatus(tickets, mistakes, ['statuses', index, 'next', at], next),
    ),
  );
  if (!statuses.some(({ type }) => type === 'new' || type === 'open')) {
    mistakes.add(
      ['statuses'],
      'add a status of type new or open, in which tickets begin',
    );
  }
  if (!statuses.some(({ type }) => isEnded(type))) {
    mistakes.add(
      ['statuses'],
      'add a status of type solved or closed, in which tickets end',
    );
  }
}

function findWorkflowMistakes(
  tickets: TicketsConfig,
  mistakes: ConfigMistakes,
) {
  for (const [occasion, reaction] of Object.entries(tickets.workflow)) {
    if (reaction) {
      const path = ['workflow', occasion];
      checkStatus(tickets, mistakes, [...path, 'to'], reaction.to);
      reaction.from?.forEach((from, index) =>
        checkStatus(tickets, mistakes, [...path, 'from', index], from),
      );
    }
  }
  const { onReopen } = tickets.workflow;
  const target = statusesOf(tickets).find(({ id }) => id === onReopen?.to);
  if (target && isEnded(target.type)) {
    mistakes.add(
      ['workflow', 'onReopen', 'to'],
      'use a status that is neither solved nor closed',
    );
  }
}

function findPriorityMistakes(
  tickets: TicketsConfig,
  mistakes: ConfigMistakes,
) {
  const ids = (tickets.priorities ?? DEFAULT_PRIORITIES).map(({ id }) => id);
  const remedy = `use one of ${ids.join(', ')}, or add it to tickets.priorities`;
  const named: [Path, string | undefined][] = [
    [['defaultPriority'], tickets.defaultPriority],
    ...tickets.categories.map(
      ({ priority }, index): [Path, string | undefined] => [
        ['categories', index, 'priority'],
        priority,
      ],
    ),
  ];
  for (const [path, id] of named) {
    if (id !== undefined && !ids.includes(id)) {
      mistakes.add(path, remedy);
    }
  }
}

function findTeamMistakes(tickets: TicketsConfig, mistakes: ConfigMistakes) {
  const { defaultTeam, teams } = tickets;
  if (
    defaultTeam &&
    teams &&
    !teams.some(({ group }) => group === defaultTeam)
  ) {
    mistakes.add(
      ['defaultTeam'],
      'use a group of tickets.teams, or add it there',
    );
  }
}

function checkStatus(
  tickets: TicketsConfig,
  mistakes: ConfigMistakes,
  path: Path,
  id: string,
) {
  const ids = statusesOf(tickets).map(status => status.id);
  if (!ids.includes(id)) {
    mistakes.add(
      path,
      `use one of ${ids.join(', ')}, or add it to tickets.statuses`,
    );
  }
}

function statusesOf(tickets: TicketsConfig) {
  return tickets.statuses ?? DEFAULT_STATUSES;
}
