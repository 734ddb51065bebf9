import type { JsonObject } from '@backstage/types';
import type { Category, DeskConfig } from '../../config/DeskConfig';
import type { TicketChange } from '../../domain/TicketChange';
import { fieldNames } from '../../domain/forms/formLevels';
import type { ChangeInProgress } from '../changeTicket';
import { requireValidChanges } from '../filing/checkFields';
import type { DeskContext } from '../context';
import { requireCategory } from '../requireConfigured';
import { refusal } from '../refusal';

/**
 * Changes fields of the category's form.
 *
 * @param changes - fields by name; null empties one
 * @throws InvalidRequestError at `fields.…`
 */
export function editFields(
  { config }: DeskContext,
  { change, access }: Pick<ChangeInProgress, 'change' | 'access'>,
  changes: JsonObject,
): void {
  const { category, fields } = change.state;
  requireValidChanges(
    configured(config, category),
    fields,
    changes,
    access.inside,
  );
  change.editFields(changes);
}

/**
 * Changes the category, and empties the fields that its form does not have;
 * the history keeps what was in them.
 *
 * @throws InvalidRequestError at `category`
 * @throws ConflictError for an ended ticket, unless that is configured
 */
export function changeCategory(
  { config }: DeskContext,
  change: TicketChange,
  to: string | null,
): void {
  const { category, status, fields } = change.state;
  if (to === category) {
    return;
  }
  const form = requireCategory(config, to)?.form;
  if (config.statuses.isEnded(status) && !config.allowReclassify) {
    throw refusal(
      'category-of-ended-ticket',
      'The category of a ticket that has ended cannot be changed',
    );
  }
  change.edit('category', to);
  const kept = form ? fieldNames(form.schema) : new Set<string>();
  const emptied = Object.keys(fields).filter(name => !kept.has(name));
  change.editFields(Object.fromEntries(emptied.map(name => [name, null])));
}

function configured(
  { categories }: DeskConfig,
  id: string | null,
): Category | undefined {
  return categories.find(category => category.id === id);
}
