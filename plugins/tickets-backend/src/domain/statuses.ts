import {
  type Light,
  type PortalStatus,
  type StatusType,
  isEnded,
  lightOfPortalStatus,
  portalStatusOfType,
} from '@portaldesk/plugin-tickets-common';

/** A status that tickets can have. */
export interface Status {
  readonly id: string;
  readonly title: string;
  readonly type: StatusType;
  /** What the requester's side sees instead. */
  readonly portalStatus: PortalStatus;
  /** CSS hex colour. */
  readonly color?: string;
  /** Ids of the statuses that may follow; all when absent. */
  readonly next?: readonly string[];
}

/** The configured statuses, in the order in which people see them. */
export class Statuses {
  readonly #byId: ReadonlyMap<string, Status>;

  constructor(readonly all: readonly Status[]) {
    this.#byId = new Map(all.map(status => [status.id, status]));
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /**
   * The status with this id. One that was taken out of the configuration
   * counts as open and may be left for any other, so that no ticket is
   * stranded in it.
   */
  get(id: string): Status {
    return (
      this.#byId.get(id) ?? {
        id,
        title: id,
        type: 'open',
        portalStatus: portalStatusOfType.open,
      }
    );
  }

  /** The first status of the first of these types that has one. */
  first(...types: StatusType[]): Status | undefined {
    return types
      .map(type => this.all.find(status => status.type === type))
      .find(status => status !== undefined);
  }

  ofType(...types: StatusType[]): Status[] {
    return this.all.filter(status => types.includes(status.type));
  }

  /** The statuses that a ticket may be set to from this one. */
  after(id: string): Status[] {
    const { next } = this.get(id);
    return this.all.filter(
      status => status.id !== id && (next?.includes(status.id) ?? true),
    );
  }

  lightOf(id: string): Light {
    return lightOfPortalStatus[this.get(id).portalStatus];
  }

  isPostponed(id: string): boolean {
    return this.get(id).type === 'postponed';
  }

  isEnded(id: string): boolean {
    return isEnded(this.get(id).type);
  }
}
