import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { teamsOf } from '../domain/access';
import type { Caller } from './Caller';
import { type DeskContext, callersScope } from './context';

/** The desk as it is configured; its statuses are for agents only. */
export function describeDesk(
  { config, ...context }: DeskContext,
  caller: Caller,
): DeskDescription {
  const { access, categories, priorities, statuses } = config;
  const scope = callersScope({ config, ...context }, caller);
  return {
    caller: {
      ref: caller.ref,
      agent: scope.agent,
      admin: scope.admin,
      teams: teamsOf(access, caller),
      mayFile: true,
    },
    teams: [...access.teams],
    categories: categories.map(category => ({ ...category })),
    priorities: priorities.map(({ id, title }) => ({ id, title })),
    defaultPriority: config.defaultPriority,
    statuses:
      scope.agent || scope.admin
        ? statuses.all.map(({ id, title, type, color }) => ({
            id,
            title,
            type,
            color,
            next: statuses.after(id).map(next => next.id),
          }))
        : [],
  };
}
