import type { AccessPolicy } from '../domain/access';
import type { NumberMask } from '../domain/numbering';
import type { Statuses } from '../domain/statuses';
import type { Reactions } from '../domain/workflow';

export interface Priority {
  readonly id: string;
  readonly title: string;
}

export interface Category {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** Id of one of the portal's system icons. */
  readonly icon?: string;
  /** Id of the priority of a ticket in this category that names none. */
  readonly priority?: string;
}

/** The desk as app-config describes it: valid as a whole, and never changed. */
export interface DeskConfig {
  readonly access: AccessPolicy;
  /** The team of tickets that neither an annotation nor an owner routes. */
  readonly defaultTeam?: string;
  readonly numbering: NumberMask;
  readonly statuses: Statuses;
  readonly reactions: Reactions;
  /** From the least to the most urgent. */
  readonly priorities: readonly Priority[];
  readonly defaultPriority: string;
  readonly categories: readonly Category[];
}
