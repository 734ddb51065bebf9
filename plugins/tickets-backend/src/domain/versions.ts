/** How often a ticket changed. */
export interface Versions {
  readonly version: number;
  /** How many of the versions came of what only agents see. */
  readonly internalChanges: number;
}

/**
 * The version that somebody finds. Whoever is no agent counts only the changes
 * that they may see: else the number would tell of the others.
 */
export function versionFor(
  { inside }: { readonly inside: boolean },
  { version, internalChanges }: Versions,
): number {
  return inside ? version : version - internalChanges;
}

/**
 * Whether a ticket changed since somebody looked at it. What they changed
 * themselves, they have read.
 *
 * @param seen - the versions that there were when they looked at it last
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
