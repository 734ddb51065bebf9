import { MAX_TAGS } from '@portaldesk/plugin-tickets-common';
import type { TicketChange } from '../../domain/TicketChange';
import type { ChangeInProgress } from '../changeTicket';
import type { DeskContext } from '../context';
import type { TicketEdit } from '../Desk';
import type { Asset } from '../DeskCatalog';
import { changeCategory, editFields } from './editFields';
import { InvalidRequestError, issueAt } from '../errors';
import { requirePriority, requireSlaPolicy } from '../requireConfigured';
import { refusal } from '../refusal';

/**
 * Applies an edit to a ticket. Values that stay the same are not checked, so
 * that something that is gone from the configuration or the catalog does not
 * block the rest of the edit.
 *
 * @param known - the catalog entities that the edit names, by reference
 * @throws InvalidRequestError at what is wrong
 * @throws ConflictError for what the ticket's state does not allow
 */
export function applyEdit(
  context: DeskContext,
  progress: Pick<ChangeInProgress, 'change' | 'access'>,
  edit: TicketEdit,
  known: ReadonlyMap<string, Asset> = new Map(),
): void {
  const { change } = progress;
  if (edit.subject !== undefined) {
    change.edit('subject', edit.subject);
  }
  if (edit.category !== undefined) {
    changeCategory(context, change, edit.category);
  }
  if (edit.fields) {
    editFields(context, progress, edit.fields);
  }
  classify(context, change, edit);
  editTags(change, edit);
  editEntities(change, edit, known);
  if (edit.notifyRequester !== undefined) {
    change.notifyRequester(edit.notifyRequester);
  }
}

function classify(
  { config }: DeskContext,
  change: TicketChange,
  { priority, visibility, slaPolicy }: TicketEdit,
): void {
  if (priority !== undefined && priority !== change.state.priority) {
    requirePriority(config, priority);
    change.edit('priority', priority);
  }
  if (visibility !== undefined) {
    change.edit('visibility', visibility);
  }
  if (slaPolicy !== undefined && slaPolicy !== change.state.slaPolicy) {
    requireSlaPolicy(config, slaPolicy);
    change.edit('slaPolicy', slaPolicy);
  }
}

function editTags(
  change: TicketChange,
  { tags, addTags = [], removeTags = [] }: TicketEdit,
): void {
  if (!tags && addTags.length + removeTags.length === 0) {
    return;
  }
  const before = tags ?? change.state.tags;
  const after = new Set([...before, ...addTags]);
  removeTags.forEach(tag => after.delete(tag));
  if (after.size > MAX_TAGS) {
    throw refusal(
      'too-many-tags',
      `A ticket can have at most ${MAX_TAGS} tags`,
    );
  }
  change.editTags([...after].sort());
}

function editEntities(
  change: TicketChange,
  { assets, entities, system }: TicketEdit,
  known: ReadonlyMap<string, Asset>,
): void {
  if (assets) {
    requireKnown('assets', assets, change.state.assets, known);
    change.editAssets(
      assets,
      Object.fromEntries(
        assets.flatMap(ref => {
          const asset = known.get(ref);
          return asset ? [[ref, asset.owner ?? null]] : [];
        }),
      ),
    );
  }
  if (entities) {
    requireKnown('entities', entities, change.state.entities, known);
    change.editEntities(entities);
  }
  if (system !== undefined && system !== change.state.system) {
    requireSystem(system, known);
    change.edit('system', system);
  }
}

/** @throws InvalidRequestError at those that the ticket did not have before */
function requireKnown(
  path: string,
  refs: readonly string[],
  before: readonly string[],
  known: ReadonlyMap<string, Asset>,
): void {
  const issues = refs.flatMap((ref, index) =>
    known.has(ref) || before.includes(ref)
      ? []
      : [
          issueAt(
            `${path}[${index}]`,
            `${ref} is not in the catalog`,
            'not-in-catalog',
          ),
        ],
  );
  if (issues.length > 0) {
    throw new InvalidRequestError(issues);
  }
}

function requireSystem(
  system: string | null,
  known: ReadonlyMap<string, Asset>,
): void {
  if (system !== null && known.get(system)?.kind !== 'system') {
    throw new InvalidRequestError([
      issueAt(
        'system',
        `${system} is not a System in the catalog`,
        'not-in-catalog',
      ),
    ]);
  }
}
