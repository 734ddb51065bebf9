import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Person } from '../domain/access/access';
import type { Permits } from '../domain/access/permits';

/** The person for whom the desk acts. */
export interface Caller extends Person {
  /** With these the desk reads the catalog on the person's behalf. */
  readonly credentials: BackstageCredentials;
  /** What the permission framework decided, where it was asked. */
  readonly permits?: Permits;
}
