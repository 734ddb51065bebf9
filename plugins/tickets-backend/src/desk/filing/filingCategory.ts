import {
  type FileTicketRequest,
  MAX_TAGS,
} from '@portaldesk/plugin-tickets-common';
import type { Category, DeskConfig } from '../../config/DeskConfig';
import { type AssetFacts, fitsAsset } from '../../domain/routing/assetFacts';
import type { Caller } from '../Caller';
import { InvalidRequestError, issueAt } from '../errors';
import { requireCategory } from '../requireConfigured';
import { refusal } from '../refusal';

/**
 * The category that a ticket is filed in.
 *
 * @param primary - the asset that it is about
 * @throws InvalidRequestError at `category`, when the caller has no such
 *   category or it is not offered for the asset
 */
export function filingCategory(
  config: DeskConfig,
  id: string | undefined,
  isAgent: boolean,
  primary: AssetFacts | undefined,
): Category | undefined {
  const category = requireCategory(config, id ?? null, isAgent);
  if (primary && !fitsAsset(category?.fits, primary)) {
    throw new InvalidRequestError([
      issueAt(
        'category',
        `${id} is not offered for this asset`,
        'category-not-offered',
      ),
    ]);
  }
  return category;
}

/**
 * The tags of a new ticket: those of its category, and those named.
 *
 * @throws InvalidRequestError at `tags`, when there are too many
 */
export function filingTags(
  category: Category | undefined,
  named: readonly string[] = [],
): string[] {
  const tags = [...new Set([...(category?.tags ?? []), ...named])].sort();
  if (tags.length > MAX_TAGS) {
    throw new InvalidRequestError([
      issueAt(
        'tags',
        `a ticket can have at most ${MAX_TAGS} tags, including those of its category`,
        'too-many',
        { maximum: MAX_TAGS },
      ),
    ]);
  }
  return tags;
}

const forAgents = [
  'visibility',
  'team',
  'assignee',
  'tags',
  'watchers',
  'notifyRequester',
  'link',
] as const satisfies readonly (keyof FileTicketRequest)[];

/** @throws NotAllowedError that names the field which is for agents only */
export function requireOwnFields(
  request: FileTicketRequest,
  caller: Pick<Caller, 'ref' | 'choosesTeam'>,
): void {
  const named: string[] = forAgents.filter(
    field =>
      request[field] !== undefined && !(field === 'team' && caller.choosesTeam),
  );
  if ((request.onBehalfOf ?? caller.ref) !== caller.ref) {
    named.push('onBehalfOf');
  }
  if (named.length > 0) {
    throw refusal(
      'agents-only',
      `${named.join(', ')}: only agents say this when they file a ticket`,
    );
  }
}
