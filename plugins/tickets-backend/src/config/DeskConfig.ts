import type { Visibility } from '@portaldesk/plugin-tickets-common';
import type { AccessPolicy } from '../domain/access/access';
import type { AssignmentStrategy } from '../domain/routing/assignment';
import type { AutoClose } from '../domain/autoClosing';
import type { CategoryForm } from '../domain/forms/forms';
import type { MergeRules } from '../domain/merging';
import type { NumberMask } from '../domain/numbering';
import type { RoutingRule } from '../domain/routing/routing';
import type { SlaRules } from '../domain/sla/SlaRules';
import type { SlaPolicy } from '../domain/sla/policy';
import type { Statuses } from '../domain/statuses';
import type { Reactions } from '../domain/workflow';
import type { ConfiguredEntity } from './ConfiguredEntity';

export interface Priority {
  readonly id: string;
  readonly title: string;
}

/** A group that can own tickets. */
export interface Team {
  readonly group: string;
  /** Who gets a ticket that no rule assigns. Default: `none` */
  readonly assign: AssignmentStrategy;
}

/** Which assets a category is offered for; a part that is absent fits all. */
export interface AssetFit {
  /** Lower-case kinds such as `component`. */
  readonly kinds?: readonly string[];
  /** Values of `spec.type`. */
  readonly types?: readonly string[];
  /** One of these tags is enough. */
  readonly tags?: readonly string[];
}

/** A category, which is also the creation flow that leads to it. */
export interface Category {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** Id of one of the portal's system icons. */
  readonly icon?: string;
  readonly fits?: AssetFit;
  /** Whether only agents file in it. */
  readonly agentsOnly: boolean;
  readonly form?: CategoryForm;
  /** Id of the priority of a ticket in this category that names none. */
  readonly priority?: string;
  readonly visibility?: Visibility;
  readonly team?: string;
  readonly slaPolicy?: string;
  readonly tags: readonly string[];
  readonly numbering?: NumberMask;
}

/** A text that agents use again and again, with what else it changes. */
export interface CannedReply {
  readonly id: string;
  readonly title: string;
  readonly kind: 'reply' | 'note';
  /** Markdown with placeholders such as `{{ticket.number}}`. */
  readonly body: string;
  /** Offered only for tickets of these categories; all when absent. */
  readonly categories?: readonly string[];
  /** Offered only to agents of these teams; all when absent. */
  readonly teams?: readonly string[];
  /** What applying it changes beside. */
  readonly set: {
    readonly status?: string;
    readonly priority?: string;
    readonly category?: string;
    readonly addTags: readonly string[];
  };
}

export type AttachmentStorage =
  | { readonly type: 'database' }
  | { readonly type: 'file-system'; readonly directory: string }
  | {
      readonly type: 's3';
      readonly bucket: string;
      readonly prefix: string;
      readonly region?: string;
      /** Of a server that is not Amazon's. */
      readonly endpoint?: string;
      readonly forcePathStyle: boolean;
      readonly accessKeyId?: string;
      readonly secretAccessKey?: string;
    };

export interface AttachmentRules {
  readonly storage: AttachmentStorage;
  /** Bytes of one file. */
  readonly maxFileSize: number;
  /** Bytes of all files of a ticket. */
  readonly maxTicketSize: number;
  readonly maxFilesPerMessage: number;
  /** Media types such as `image/png`, or `text/*`. */
  readonly allowedTypes: readonly string[];
}

/** A text in each language of the public pages. */
export type InLanguages = Readonly<Record<Language, string>>;

/** A form on which people report anonymously. */
export interface ReportChannel {
  readonly id: string;
  readonly title: InLanguages;
  readonly text?: InLanguages;
  /** Ids of the categories to choose from; none: reports have no category. */
  readonly categories: readonly string[];
  readonly team?: string;
  /** Milliseconds after its end in which a report is kept; undefined: for ever. */
  readonly retention?: number;
}

/** How long answers of others may be used again, in milliseconds; 0: not at all. */
export interface CacheTimes {
  /** What a caller belongs to, and what the permission framework decided. */
  readonly decisions: number;
  /** What the catalog says of entities. */
  readonly catalog: number;
}

/** A language in which the desk writes notifications. */
export type Language = (typeof LANGUAGES)[number];

/** The languages of notifications; the first one is the default. */
export const LANGUAGES = ['en', 'de'] as const;

/** The desk as app-config describes it: valid as a whole, and never changed. */
export interface DeskConfig {
  readonly access: AccessPolicy;
  /** Whether the requester's organisation has access to a new ticket. */
  readonly organisationAccess: boolean;
  /** Of notifications. */
  readonly language: Language;
  /** Empty: every group can own tickets. */
  readonly teams: readonly Team[];
  /** The team of tickets that neither an annotation nor an owner routes. */
  readonly defaultTeam?: string;
  readonly routing: readonly RoutingRule[];
  readonly numbering: NumberMask;
  readonly statuses: Statuses;
  readonly reactions: Reactions;
  /** Whether a ticket that an agent of its team files counts as read at once. */
  readonly markOwnTicketsRead: boolean;
  /** What becomes of work on a ticket whose assignee is away. */
  readonly whenAssigneeAway: 'notify-team' | 'reassign';
  /** Which tickets end automatically; undefined: none. */
  readonly autoClose?: AutoClose;
  /** What becomes of a ticket when another one goes into it. */
  readonly merging: MergeRules;
  /** Whether tickets are taken from people and teams that are gone. */
  readonly releaseUnavailable: boolean;
  /** Milliseconds after closing in which a reply reopens; undefined: always. */
  readonly reopenWithin?: number;
  /** From the least to the most urgent. */
  readonly priorities: readonly Priority[];
  readonly defaultPriority: string;
  readonly categories: readonly Category[];
  /** Whether the category of an ended ticket can be changed. */
  readonly allowReclassify: boolean;
  /** Whether participants are notified of a closing when the request does not say. */
  readonly notifyOnClose: boolean;
  readonly slaPolicies: readonly SlaPolicy[];
  /** What the policies demand of tickets. */
  readonly sla: SlaRules;
  readonly defaultSlaPolicy?: string;
  readonly cannedReplies: readonly CannedReply[];
  readonly attachments: AttachmentRules;
  readonly cache: CacheTimes;
  /** Where people find the tickets in the portal. */
  readonly page: {
    /** Below the portal's address, without a slash at its end: `/tickets`. */
    readonly path: string;
  };
  /** Pages for people who have no account. */
  readonly publicPages: {
    /** None: nobody reports from outside. */
    readonly channels: readonly ReportChannel[];
  };
  /** All users, groups and systems that are named anywhere. */
  readonly entities: readonly ConfiguredEntity[];
}
