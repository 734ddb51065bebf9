import { CATALOG_KINDS, PORTAL_ICONS } from './portalNames';
import type { DeskConfig } from './DeskConfig';
import { withSuggestion } from './suggestions';

/**
 * What is allowed and yet hardly meant, in a sentence each. None of it keeps
 * the desk from starting: a portal can have icons and kinds of its own.
 */
export function describeWarnings(config: DeskConfig): string[] {
  return [
    ...hiddenTriage(config),
    ...unknownIcons(config),
    ...unknownKinds(config),
  ];
}

/** Tickets could come to lie where nobody sees them. */
function hiddenTriage({ access, defaultTeam }: DeskConfig): string[] {
  return access.teams.length || access.admins.length || defaultTeam
    ? []
    : [
        'Tickets about nothing that a group owns wait in triage, where only admins would see them: name tickets.defaultTeam or tickets.admins',
      ];
}

function unknownIcons({ categories }: DeskConfig): string[] {
  return categories.flatMap(({ icon }, index) =>
    icon === undefined || PORTAL_ICONS.includes(icon)
      ? []
      : withSuggestion(
          `tickets.categories[${index}].icon is ${JSON.stringify(icon)}, which is none of the icons that every portal has: people see a question mark unless your app registers it`,
          icon,
          PORTAL_ICONS,
        ),
  );
}

function unknownKinds({ categories, routing }: DeskConfig): string[] {
  const named = [
    ...categories.map(({ fits }, index) => ({
      path: `tickets.categories[${index}].fits.kinds`,
      kinds: fits?.kinds ?? [],
    })),
    ...routing.map(({ when }, index) => ({
      path: `tickets.routing[${index}].when.asset.kind`,
      kinds: when.asset?.kind ?? [],
    })),
  ];
  return named.flatMap(({ path, kinds }) =>
    kinds
      .filter(kind => !CATALOG_KINDS.includes(kind))
      .map(kind =>
        withSuggestion(
          `${path} has ${JSON.stringify(kind)}, which is none of the kinds that every catalog has: it fits nothing unless your catalog has entities of it`,
          kind,
          CATALOG_KINDS,
        ),
      ),
  );
}
