import { randomUUID } from 'node:crypto';
import {
  type CreateViewRequest,
  type EditViewRequest,
  MAX_VIEWS,
  type TicketView,
  foldText,
} from '@portaldesk/plugin-tickets-common';
import { givesViewsTo } from '../../domain/access/viewOwners';
import type { DeskStore } from '../../store/DeskStore';
import type { NamedView, StoredView } from '../../store/ViewStore';
import type { Caller } from '../Caller';
import type { Delivery, ViewTarget } from '../Desk';
import { IdempotentRequest } from '../IdempotentRequest';
import { type DeskContext, callersScope } from '../context';
import { InvalidRequestError, StaleViewError, issueAt } from '../errors';
import { presentView, presentViews } from './presentView';
import { getView, readableView } from './readViews';
import { refusal } from '../refusal';

/**
 * Saves a view, for the caller alone or for a team of theirs.
 *
 * @throws InvalidRequestError at `owner` when that is neither
 * @throws ConflictError when the owner has another view of that name, or too
 *   many, or when the key of the delivery was used for another request
 */
export async function createView(
  context: DeskContext,
  caller: Caller,
  request: CreateViewRequest,
  delivery: Delivery = {},
): Promise<TicketView> {
  const idempotent = new IdempotentRequest(context, caller, delivery, {
    operation: 'create-view',
    request,
  });
  const before = await idempotent.resultBefore();
  if (before !== undefined) {
    return getView(context, caller, before);
  }
  const { owner = caller.ref, ...rest } = request;
  requireOwner(context, caller, owner);
  const now = context.clock();
  const view: StoredView = {
    id: randomUUID(),
    version: 1,
    owner,
    ...rest,
    createdAt: now,
    updatedAt: now,
    updatedBy: caller.ref,
  };
  const kept = await context.store.transaction(async store => {
    const done = await idempotent.claim(store, view.id);
    if (done !== undefined) {
      return readableView(context, store, caller, done);
    }
    await store.views.hold(view.id, [owner]);
    const others = await store.views.names(owner);
    requireRoom(owner, others);
    requireOwnName(view, others);
    if (!(await store.views.insert(view))) {
      throw sameName(view);
    }
    return view;
  });
  return present(context, caller, kept);
}

/**
 * Changes the given fields; a new owner gets the view.
 *
 * @throws NotFoundError when it does not exist for the caller
 * @throws InvalidRequestError at `owner` when it is neither the caller nor one
 *   of their teams
 * @throws ConflictError when the owner has another view of that name, or too
 *   many
 * @throws StaleViewError when the caller saw an earlier version
 */
export async function editView(
  context: DeskContext,
  caller: Caller,
  target: ViewTarget,
  request: EditViewRequest,
): Promise<TicketView> {
  const before = await readableView(
    context,
    context.store,
    caller,
    target.view,
  );
  const { owner = before.owner } = request;
  if (request.owner !== undefined) {
    requireOwner(context, caller, owner);
  }
  const edited = await context.store.transaction(async store => {
    await store.views.hold(target.view, [owner]);
    const view = await presentVersion(context, store, caller, target);
    const after: StoredView = {
      ...view,
      ...request,
      version: view.version + 1,
      updatedAt: context.clock(),
      updatedBy: caller.ref,
    };
    if (after.owner !== view.owner || after.name !== view.name) {
      const others = await store.views.names(after.owner);
      if (after.owner !== view.owner) {
        requireRoom(after.owner, others);
      }
      requireOwnName(after, others);
    }
    if (!(await store.views.update(after))) {
      throw sameName(after);
    }
    return after;
  });
  return present(context, caller, edited);
}

/**
 * @throws NotFoundError when it does not exist for the caller
 * @throws StaleViewError when the caller saw an earlier version
 */
export async function deleteView(
  context: DeskContext,
  caller: Caller,
  target: ViewTarget,
): Promise<void> {
  await readableView(context, context.store, caller, target.view);
  await context.store.transaction(async store => {
    await store.views.hold(target.view, []);
    const { id } = await presentVersion(context, store, caller, target);
    await store.views.delete(id);
  });
}

/** @throws StaleViewError when the caller saw an earlier version */
async function presentVersion(
  context: DeskContext,
  store: DeskStore,
  caller: Caller,
  { view: id, version }: ViewTarget,
): Promise<StoredView> {
  const view = await readableView(context, store, caller, id);
  if (version !== undefined && version !== view.version) {
    // no other plugin is asked while a transaction is open
    throw new StaleViewError(
      presentView(context.config, callersScope(context, caller), view),
    );
  }
  return view;
}

function requireOwner(
  context: DeskContext,
  caller: Caller,
  owner: string,
): void {
  const scope = callersScope(context, caller);
  if (!givesViewsTo(context.config.access, scope, owner)) {
    throw new InvalidRequestError([
      issueAt(
        'owner',
        'expected yourself or a team of yours',
        'owner-not-allowed',
      ),
    ]);
  }
}

function requireRoom(owner: string, others: readonly NamedView[]): void {
  if (others.length >= MAX_VIEWS) {
    throw refusal(
      'too-many-views',
      `${owner} has ${MAX_VIEWS} saved views, which is the maximum. Delete one first.`,
    );
  }
}

/**
 * Names that differ only in case and accents count as the same. Existing views
 * with such names stay, and can be changed in everything but their name.
 */
function requireOwnName(view: StoredView, others: readonly NamedView[]): void {
  const folded = foldText(view.name);
  const same = others.find(
    ({ id, name }) => id !== view.id && foldText(name) === folded,
  );
  if (same) {
    throw sameName({ owner: view.owner, name: same.name });
  }
}

function sameName({ owner, name }: Pick<StoredView, 'owner' | 'name'>): Error {
  return refusal('view-name-taken', `${owner} has another view called ${name}`);
}

async function present(
  context: DeskContext,
  caller: Caller,
  view: StoredView,
): Promise<TicketView> {
  const [presented] = await presentViews(context, caller, [view]);
  return presented;
}
