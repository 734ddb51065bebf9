import type { ConfiguredEntity } from './ConfiguredEntity';
import { type Path, pathText } from './paths';
import type { TicketsConfig } from './schema/ticketsConfig';

/** All users, groups and systems that the configuration names. */
export function configuredEntities(tickets: TicketsConfig): ConfiguredEntity[] {
  const { teams = [], categories, routing, slaPolicies } = tickets;
  return [
    list(['admins'], tickets.admins),
    teams.map(({ group }, index) => one(['teams', index, 'group'], group)),
    one(['defaultTeam'], tickets.defaultTeam),
    categories.map(({ team }, index) =>
      one(['categories', index, 'team'], team),
    ),
    routing.map(({ when, then }, index) => {
      const path = ['routing', index];
      return [
        oneOrMore([...path, 'when', 'requesterGroup'], when.requesterGroup),
        oneOrMore([...path, 'when', 'asset', 'system'], when.asset?.system),
        one([...path, 'then', 'team'], then.team),
        list([...path, 'then', 'watchers'], then.watchers),
      ];
    }),
    slaPolicies.map(({ escalate }, index) => [
      one(['slaPolicies', index, 'escalate', 'team'], escalate?.team),
      list(['slaPolicies', index, 'escalate', 'notify'], escalate?.notify),
    ]),
    tickets.public.reports.channels.map(({ team }, index) =>
      one(['public', 'reports', 'channels', index, 'team'], team),
    ),
    tickets.cannedReplies.map(({ teams: groups }, index) =>
      list(['cannedReplies', index, 'teams'], groups),
    ),
  ].flat(3);
}

function one(path: Path, ref: string | undefined): ConfiguredEntity[] {
  return ref === undefined ? [] : [{ path: pathText(path), ref }];
}

function list(path: Path, refs: readonly string[] = []): ConfiguredEntity[] {
  return refs.flatMap((ref, index) => one([...path, index], ref));
}

/** A list of one may have been written without being a list. */
function oneOrMore(path: Path, refs: readonly string[] = []) {
  return refs.length === 1 ? one(path, refs[0]) : list(path, refs);
}
