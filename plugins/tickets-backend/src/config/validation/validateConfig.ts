import type { ConfigIssues } from '../ConfigIssues';
import type { TicketsConfig } from '../schema/ticketsConfig';
import { findDuplicates } from './duplicates';
import { References, type Section } from './References';
import { validateAttachments } from './attachments';
import { validateCannedReplies } from './cannedReplies';
import { validateCategories } from './categories';
import { validateLifecycle } from './lifecycle';
import { validatePublicPages } from './publicPages';
import { validateRouting } from './routing';
import { validateSla } from './sla';

/**
 * Finds settings that are well formed each, but do not fit together.
 *
 * @param unreadable - sections that are not, and have their defaults in `tickets`
 */
export function validateConfig(
  tickets: TicketsConfig,
  unreadable: ReadonlySet<Section>,
  issues: ConfigIssues,
): void {
  const references = new References(tickets, unreadable, issues);
  findDuplicates(tickets, issues);
  validateLifecycle(tickets, issues, references);
  references.check('priorities', ['defaultPriority'], tickets.defaultPriority);
  references.checkTeam(['defaultTeam'], tickets.defaultTeam);
  validateCategories(tickets, issues, references);
  validateRouting(tickets, issues, references);
  validateSla(tickets, issues, references);
  validateCannedReplies(tickets, issues, references);
  validateAttachments(tickets, issues);
  validatePublicPages(tickets, issues, references);
}
