/** What decisions on a ticket depend on, of a catalog entity it is about. */
export interface AssetFacts {
  /** In lower case, such as `component`. */
  readonly kind: string;
  /** `spec.type` */
  readonly type?: string;
  /** Reference of the catalog System that it belongs to, or is. */
  readonly system?: string;
  readonly tags: readonly string[];
  readonly annotations: Readonly<Record<string, string>>;
  /** Reference of the group or user that owns it. */
  readonly owner?: string;
  /** Group that its annotation `tickets/support-team` names. */
  readonly supportTeam?: string;
}

/** Which assets something is meant for; a part that is absent fits all. */
export interface AssetFit {
  readonly kinds?: readonly string[];
  readonly types?: readonly string[];
  /** One of these tags is enough. */
  readonly tags?: readonly string[];
}

/** Whether something that is meant for some assets is meant for this one. */
export function fitsAsset(fit: AssetFit | undefined, asset: AssetFacts) {
  const { kinds, types, tags } = fit ?? {};
  return (
    (!kinds || includesKind(kinds, asset.kind)) &&
    (!types || (asset.type !== undefined && types.includes(asset.type))) &&
    (!tags || tags.some(tag => asset.tags.includes(tag)))
  );
}

/** Kinds are the same however they are spelled, as in the catalog. */
export function includesKind(kinds: readonly string[], kind: string): boolean {
  return kinds.some(one => one.toLowerCase() === kind.toLowerCase());
}
