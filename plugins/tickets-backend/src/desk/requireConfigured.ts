import type { Category, DeskConfig, Priority } from '../config/DeskConfig';
import type { SlaPolicy } from '../domain/sla/policy';
import { InvalidRequestError, issueAt } from './errors';

/**
 * The categories that exist for a caller: those for agents only do not exist
 * for others.
 */
export function categoriesFor(
  { categories }: DeskConfig,
  isAgent: boolean,
): readonly Category[] {
  return isAgent
    ? categories
    : categories.filter(({ agentsOnly }) => !agentsOnly);
}

/**
 * @param isAgent - whether an agent names it
 * @throws InvalidRequestError at `category`
 */
export function requireCategory(
  config: DeskConfig,
  id: string | null,
  isAgent = true,
): Category | undefined {
  return id === null
    ? undefined
    : requireConfigured('category', categoriesFor(config, isAgent), id);
}

/** @throws InvalidRequestError at `priority` */
export function requirePriority(config: DeskConfig, id: string): Priority {
  return requireConfigured('priority', config.priorities, id);
}

/**
 * @param path - where the request names it
 * @throws InvalidRequestError at the path
 */
export function requireSlaPolicy(
  config: DeskConfig,
  id: string | null,
  path = 'slaPolicy',
): SlaPolicy | undefined {
  return id === null
    ? undefined
    : requireConfigured(path, config.slaPolicies, id, 'SLA policy');
}

function requireConfigured<T extends { id: string }>(
  path: string,
  configured: readonly T[],
  id: string,
  what = path,
): T {
  const found = configured.find(item => item.id === id);
  if (!found) {
    const ids = configured.map(item => item.id).join(', ') || 'none';
    throw new InvalidRequestError([
      issueAt(
        path,
        `there is no ${what} ${id}; there are: ${ids}`,
        'not-configured',
      ),
    ]);
  }
  return found;
}
