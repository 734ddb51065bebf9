import type { Config } from '@backstage/config';

/** The extension of the page in the new frontend system. */
const PAGE_EXTENSION = 'page:tickets';

const DEFAULT_PATH = '/tickets';

/**
 * The path of the Tickets page below the portal's address, without a slash at
 * its end, so that links from outside the portal's screens lead to it. What
 * `tickets.page.path` says comes first, then where `app.extensions` moves the
 * page to, as the new frontend system reads it.
 */
export function pagePath(rootConfig: Config, configured?: string): string {
  const path = configured ?? movedTo(rootConfig) ?? DEFAULT_PATH;
  return path.replace(/\/+$/, '');
}

/** Of several entries for the page the last one counts. */
function movedTo(rootConfig: Config): string | undefined {
  const extensions = rootConfig.getOptional('app.extensions');
  return Array.isArray(extensions)
    ? extensions.flatMap(entry => pathIn(entry) ?? []).at(-1)
    : undefined;
}

/** @param entry - written for the frontend, which checks it */
function pathIn(entry: unknown): string | undefined {
  const path = ['config', 'path'].reduce<unknown>(
    (value, key) => valueAt(value, key),
    valueAt(entry, PAGE_EXTENSION),
  );
  return typeof path === 'string' && path.startsWith('/') ? path : undefined;
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
