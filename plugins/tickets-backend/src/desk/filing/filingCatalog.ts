import type { FileTicketRequest } from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../Caller';
import type { Asset } from '../DeskCatalog';
import type { DeskContext } from '../context';
import { InvalidRequestError, issueAt } from '../errors';

/** What the catalog knows of what a ticket is filed about and for. */
export interface FilingCatalog {
  /** The first one is the primary asset. */
  readonly assets: readonly Asset[];
  /** The groups that the requester belongs to, in the catalog's order. */
  readonly requesterGroups: readonly string[];
}

/**
 * Reads what a request names from the catalog, as far as it exists for the
 * caller.
 *
 * @throws InvalidRequestError at everything that does not exist for them
 */
export async function readFilingCatalog(
  { catalog }: DeskContext,
  caller: Caller,
  request: FileTicketRequest,
): Promise<FilingCatalog> {
  const requester = request.onBehalfOf ?? caller.ref;
  const named = namedIn(request).filter(({ ref }) => ref !== caller.ref);
  const [entities, directory] = await Promise.all([
    catalog.assets([...new Set(named.map(({ ref }) => ref))], caller),
    catalog.directory([requester]),
  ]);
  const known = new Map(
    entities.flatMap(entity => (entity ? [[entity.entityRef, entity]] : [])),
  );
  const issues = named.flatMap(({ path, ref }) =>
    known.has(ref)
      ? []
      : [issueAt(path, `${ref} is not in the catalog`, 'not-in-catalog')],
  );
  if (issues.length > 0) {
    throw new InvalidRequestError(issues);
  }
  return {
    assets: (request.assets ?? []).flatMap(ref => known.get(ref) ?? []),
    requesterGroups: directory.groupsOf(requester) ?? [],
  };
}

/** All that a request says is in the catalog, and where it says so. */
function namedIn(request: FileTicketRequest): { path: string; ref: string }[] {
  const lists = ['assets', 'entities', 'to', 'cc', 'watchers'] as const;
  return [
    ...lists.flatMap(list =>
      (request[list] ?? []).map((ref, index) => ({
        path: `${list}[${index}]`,
        ref,
      })),
    ),
    ...(request.onBehalfOf === undefined
      ? []
      : [{ path: 'onBehalfOf', ref: request.onBehalfOf }]),
  ];
}
