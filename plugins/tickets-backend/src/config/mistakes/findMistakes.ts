import type { ConfigMistakes } from '../ConfigMistakes';
import type { TicketsConfig } from '../schema/ticketsConfig';
import { findDuplicates } from './duplicates';
import { References, type Section } from './References';
import { findAttachmentMistakes } from './attachments';
import { findCannedReplyMistakes } from './cannedReplies';
import { findCategoryMistakes } from './categories';
import { findLifeMistakes } from './life';
import { findRoutingMistakes } from './routing';
import { findSlaMistakes } from './sla';

/**
 * Finds what is wrong between settings that are well formed by themselves.
 *
 * @param unreadable - sections that are not, and have their defaults in `tickets`
 */
export function findMistakes(
  tickets: TicketsConfig,
  unreadable: ReadonlySet<Section>,
  mistakes: ConfigMistakes,
): void {
  const references = new References(tickets, unreadable, mistakes);
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
