import { operations } from '@portaldesk/plugin-tickets-common';
import { isPermitted } from '../domain/access/decisions';
import type { Desk } from './Desk';
import type { Authorize } from './authorize';
import { mapDesk } from './mapDesk';
import { refusal } from './refusal';

/**
 * A desk that also asks the permission framework, once in every call. What it
 * decides goes with the caller, and narrows what their relation to a ticket
 * allows, never widens it.
 */
export function authorizedDesk(desk: Desk, authorize: Authorize): Desk {
  return mapDesk(desk, (name, useCase) => {
    const { permission } = operations[name];
    return async (caller, ...args) => {
      const decided = await authorize(caller);
      if (permission && !isPermitted(decided.decisions, permission)) {
        throw refusal(
          'permission-denied',
          `You do not have the permission ${permission.name}`,
        );
      }
      return useCase({ ...caller, ...decided }, ...args);
    };
  });
}
