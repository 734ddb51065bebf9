/** How often a ticket changed. */
export interface Versions {
  readonly version: number;
  /** How many of the versions came of what only agents see. */
  readonly internalChanges: number;
}

/**
 * The version that a reader sees. For people who are not agents it counts only
 * changes that they may see, because the number would reveal the others.
 */
export function versionFor(
  { inside }: { readonly inside: boolean },
  { version, internalChanges }: Versions,
): number {
  return inside ? version : version - internalChanges;
}

/**
 * Whether a ticket changed since a person last looked at it. Their own changes
 * count as read.
 *
 * @param seen - the versions when they last looked at it
 */
export function isUnread(
  reader: { readonly ref: string; readonly inside: boolean },
  ticket: Versions & {
    readonly updatedBy: string;
    readonly changedBy: string;
  },
  seen: Versions | null,
): boolean {
  const by = reader.inside ? ticket.changedBy : ticket.updatedBy;
  const last = seen === null ? 0 : versionFor(reader, seen);
  return by !== reader.ref && last < versionFor(reader, ticket);
}
