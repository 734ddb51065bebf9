import type { ConfigMistakes } from '../ConfigMistakes';
import type { TicketsConfig } from '../schema/ticketsConfig';
import { References } from './References';
import { findAttachmentMistakes } from './attachments';
import { findCannedReplyMistakes } from './cannedReplies';
import { findCategoryMistakes } from './categories';
import { findLifeMistakes } from './life';
import { findRoutingMistakes } from './routing';
import { findSlaMistakes } from './sla';

/** Finds what is wrong between settings that are well formed by themselves. */
export function findMistakes(
  tickets: TicketsConfig,
  mistakes: ConfigMistakes,
): void {
  const references = new References(tickets, mistakes);
  findDuplicates(tickets, mistakes);
  findLifeMistakes(tickets, mistakes, references);
  references.check('priorities', ['defaultPriority'], tickets.defaultPriority);
  references.checkTeam(['defaultTeam'], tickets.defaultTeam);
  findCategoryMistakes(tickets, mistakes, references);
  findRoutingMistakes(tickets, mistakes, references);
  findSlaMistakes(tickets, mistakes, references);
  findCannedReplyMistakes(tickets, mistakes, references);
  findAttachmentMistakes(tickets, mistakes);
}

function findDuplicates(tickets: TicketsConfig, mistakes: ConfigMistakes) {
  const ids = (items: readonly { id: string }[] = []) =>
    items.map(({ id }) => id);
  const lists: [string, string, readonly (string | undefined)[]][] = [
    ['statuses', 'id', ids(tickets.statuses)],
    ['priorities', 'id', ids(tickets.priorities)],
    ['categories', 'id', ids(tickets.categories)],
    ['calendars', 'id', ids(tickets.calendars)],
    ['slaPolicies', 'id', ids(tickets.slaPolicies)],
    ['cannedReplies', 'id', ids(tickets.cannedReplies)],
    ['routing', 'name', tickets.routing.map(({ name }) => name)],
    ['teams', 'group', tickets.teams?.map(({ group }) => group) ?? []],
  ];
  for (const [list, key, values] of lists) {
    values.forEach((value, index) => {
      const first = values.indexOf(value);
      if (value !== undefined && first < index) {
        mistakes.add(
          [list, index, key],
          `tickets.${list}[${first}] has it already; choose another or remove one`,
        );
      }
    });
  }
}
