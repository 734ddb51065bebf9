import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Person } from '../domain/access/access';
import type { PermissionDecisions } from '../domain/access/decisions';

/** The person for whom the desk acts. */
export interface Caller extends Person {
  /** With these the desk reads the catalog on the person's behalf. */
  readonly credentials: BackstageCredentials;
  /**
   * Identifies the credentials: the same for all requests with the same token,
   * and for no others. Undefined where nothing may be cached for the person
   * between requests.
   */
  readonly session?: string;
  /** Whether they may say which team gets a ticket that they file. */
  readonly choosesTeam?: boolean;
  /** What the permission framework decided, where it was asked. */
  readonly decisions?: PermissionDecisions;
  /** Whether they see everything in the catalog; absent: not asked yet. */
  readonly readsWholeCatalog?: boolean;
}
