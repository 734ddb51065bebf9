import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Person } from '../domain/access/access';
import type { PermissionDecisions } from '../domain/access/decisions';

/** The person for whom the desk acts. */
export interface Caller extends Person {
  /** With these the desk reads the catalog on the person's behalf. */
  readonly credentials: BackstageCredentials;
  /**
   * Stands for the credentials: the same for all requests with the same token,
   * and for no others. Undefined where nothing may be kept for the person from
   * one request to the next.
   */
  readonly session?: string;
  /** What the permission framework decided, where it was asked. */
  readonly decisions?: PermissionDecisions;
  /** Whether it shows them everything in the catalog; default: nobody asked. */
  readonly readsWholeCatalog?: boolean;
}
