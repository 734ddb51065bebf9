import type { Operation } from '@portaldesk/plugin-tickets-common';
import type { RequestHandler, Router } from 'express';
import { MethodNotAllowedError } from './errors';
import { refusal } from '../desk/refusal';

/** A path of the API in the syntax of express. */
export function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/**
 * Answers requests that match no operation. It comes last in the router;
 * without it, such responses would have no body.
 */
export function refuseUnserved(
  router: Router,
  operations: readonly Operation[],
): void {
  for (const [path, methods] of methodsByPath(operations)) {
    router.all(path, refuseMethod([...methods].sort().join(', ')));
  }
  router.use(() => {
    throw refusal('address-not-found', 'There is nothing at this address');
  });
}

function methodsByPath(operations: readonly Operation[]) {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of operations) {
    const key = expressPath(path);
    const present = methods.get(key) ?? new Set();
    methods.set(key, present.add(method));
  }
  return methods;
}

function refuseMethod(allowed: string): RequestHandler {
  return (request, response) => {
    response.set('Allow', allowed);
    if (request.method !== 'OPTIONS') {
      throw new MethodNotAllowedError(`This address allows ${allowed}`);
    }
    response.status(204).end();
  };
}
