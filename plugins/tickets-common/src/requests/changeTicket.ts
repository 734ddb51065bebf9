import { z } from 'zod';
import {
  entityRefSchema,
  groupRefSchema,
  linkTypeSchema,
  personRoleSchema,
  userRefSchema,
  visibilitySchema,
} from '../model';
import { assetsSchema, entitiesSchema, fieldsSchema } from './fileTicket';
import {
  attachmentIdsSchema,
  configuredIdSchema,
  instantSchema,
  isVisible,
  messageBodySchema,
  messageTextSchema,
  subjectSchema,
  tagsSchema,
  ticketKeySchema,
} from './text';

const editableFields = {
  subject: subjectSchema.optional(),
  /** Fields that are named; one that is null is emptied. */
  fields: fieldsSchema.optional(),
  /** All assets; the first one is the primary asset. */
  assets: assetsSchema.optional(),
  /** All further catalog entities. */
  entities: entitiesSchema.optional(),
  category: configuredIdSchema.nullable().optional(),
  priority: configuredIdSchema.optional(),
  /** Requesters who are no agents lose sight of a ticket that becomes internal. */
  visibility: visibilitySchema.optional(),
  /** All tags. */
  tags: tagsSchema.optional(),
  system: entityRefSchema.nullable().optional(),
  slaPolicy: configuredIdSchema.nullable().optional(),
  notifyRequester: z.boolean().optional(),
};

function namesSomething(changes: object): boolean {
  return Object.values(changes).some(value => value !== undefined);
}

/**
 * Body of `PATCH /tickets/{ticket}`: what is absent stays as it is.
 * @public
 */
export const editTicketRequestSchema = z
  .strictObject(editableFields)
  .refine(namesSomething, 'name at least one field to change');

/** {@inheritDoc editTicketRequestSchema} @public */
export type EditTicketRequest = z.infer<typeof editTicketRequestSchema>;

/** A message is a text, or files, or both. */
const message = {
  /** Markdown; can be empty where there are files. */
  body: messageTextSchema,
  /** Ids of uploaded files. */
  attachments: attachmentIdsSchema.optional(),
};

function hasContent(request: { body: string; attachments?: string[] }) {
  return isVisible(request.body) || Boolean(request.attachments?.length);
}

const contentRequired = { path: ['body'], message: 'a message is required' };

/**
 * Body of `POST /tickets/{ticket}/messages`.
 * @public
 */
export const addMessageRequestSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.enum(['reply', 'note']),
      ...message,
      /** "Send and set to …": the id of the status to set in the same step. */
      status: configuredIdSchema.optional(),
    })
    .refine(hasContent, contentRequired),
  z
    .strictObject({
      kind: z.literal('private'),
      ...message,
      /** Whom it is for, of those who may read the ticket. */
      recipients: z
        .array(userRefSchema)
        .min(1, 'name at least one recipient')
        .max(20, 'a private message has at most 20 recipients'),
    })
    .refine(hasContent, contentRequired),
]);

/** {@inheritDoc addMessageRequestSchema} @public */
export type AddMessageRequest = z.infer<typeof addMessageRequestSchema>;

/**
 * Body of `PUT /tickets/{ticket}/status`.
 * @public
 */
export const changeStatusRequestSchema = z.strictObject({
  status: configuredIdSchema,
  /** Whether the people involved are told. Default: as configured. */
  tell: z.boolean().optional(),
  /** For a postponed status: when the ticket comes back by itself. */
  until: instantSchema.optional(),
});

/** {@inheritDoc changeStatusRequestSchema} @public */
export type ChangeStatusRequest = z.infer<typeof changeStatusRequestSchema>;

/**
 * Body of `POST /tickets/{ticket}/postpone`.
 * @public
 */
export const postponeRequestSchema = z.strictObject({
  /** When the ticket comes back by itself; in the future. */
  until: instantSchema,
});

/** {@inheritDoc postponeRequestSchema} @public */
export type PostponeRequest = z.infer<typeof postponeRequestSchema>;

/**
 * Body of `POST /tickets/{ticket}/solve`, `/close` and `/reopen`.
 * @public
 */
export const endTicketRequestSchema = z.strictObject({
  /** Whether the people involved are told. Default: as configured. */
  tell: z.boolean().optional(),
});

/** {@inheritDoc endTicketRequestSchema} @public */
export type EndTicketRequest = z.infer<typeof endTicketRequestSchema>;

/**
 * Body of `PUT /tickets/{ticket}/assignment`.
 * @public
 */
export const handOverRequestSchema = z.strictObject({
  /** Null puts the ticket back into the team's queue. */
  assignee: userRefSchema.nullable(),
  /** The team that owns the ticket from now on; absent: it stays where it is. */
  team: groupRefSchema.optional(),
});

/** {@inheritDoc handOverRequestSchema} @public */
export type HandOverRequest = z.infer<typeof handOverRequestSchema>;

/**
 * Body of `PUT /tickets/{ticket}/people` and query of
 * `DELETE /tickets/{ticket}/people`: who is added or removed, and as what.
 * @public
 */
export const personRequestSchema = z.strictObject({
  ref: z.union([userRefSchema, groupRefSchema]),
  role: personRoleSchema,
});

/** {@inheritDoc personRequestSchema} @public */
export type PersonRequest = z.infer<typeof personRequestSchema>;

/**
 * Body of `PUT /tickets/{ticket}/organisation-access`.
 * @public
 */
export const organisationAccessRequestSchema = z.strictObject({
  granted: z.boolean(),
});

/** {@inheritDoc organisationAccessRequestSchema} @public */
export type OrganisationAccessRequest = z.infer<
  typeof organisationAccessRequestSchema
>;

/**
 * Body of `POST /tickets/{ticket}/links`.
 * @public
 */
export const linkRequestSchema = z.strictObject({
  type: linkTypeSchema,
  /** Id or number of the other ticket. */
  ticket: ticketKeySchema,
  /** Whether the ticket of the path is the first of the two. Default: true */
  outward: z.boolean().default(true),
});

/** {@inheritDoc linkRequestSchema} @public */
export type LinkRequest = z.input<typeof linkRequestSchema>;

/** Reads a query parameter that says yes or no. */
function readBoolean(value: unknown): unknown {
  return value === 'true' || value === 'false' ? value === 'true' : value;
}

/**
 * Query of `DELETE /tickets/{ticket}/links`, which names the link as
 * `linkRequestSchema` does.
 * @public
 */
export const unlinkQuerySchema = linkRequestSchema.extend({
  outward: z.preprocess(readBoolean, z.boolean().default(true)),
});

/**
 * Body of `POST /tickets/{ticket}/merge`: the ticket of the path goes into the
 * other one.
 * @public
 */
export const mergeRequestSchema = z.strictObject({ into: ticketKeySchema });

/** {@inheritDoc mergeRequestSchema} @public */
export type MergeRequest = z.infer<typeof mergeRequestSchema>;

/**
 * Body of `POST /tickets/{ticket}/split`: a reply becomes the first message of
 * a ticket of its own.
 * @public
 */
export const splitRequestSchema = z.strictObject({
  /** Id of the message. */
  message: z.string().regex(/^[1-9]\d{0,17}$/, 'expected the id of a message'),
  subject: subjectSchema,
});

/** {@inheritDoc splitRequestSchema} @public */
export type SplitRequest = z.infer<typeof splitRequestSchema>;

/**
 * Body of `POST /tickets/{ticket}/work-orders`; what is absent is taken over
 * from the ticket. A work order is internal, that of a confidential ticket
 * confidential.
 * @public
 */
export const workOrderRequestSchema = z.strictObject({
  subject: subjectSchema.optional(),
  message: messageBodySchema.optional(),
  category: configuredIdSchema.optional(),
  priority: configuredIdSchema.optional(),
  team: groupRefSchema.optional(),
});

/** {@inheritDoc workOrderRequestSchema} @public */
export type WorkOrderRequest = z.infer<typeof workOrderRequestSchema>;

/**
 * Body of `PUT /tickets/{ticket}/rating`.
 * @public
 */
export const rateRequestSchema = z.strictObject({
  stars: z.number().int().min(1).max(5),
  comment: messageBodySchema.optional(),
});

/** {@inheritDoc rateRequestSchema} @public */
export type RateRequest = z.infer<typeof rateRequestSchema>;

/** Most tickets of one bulk change. @public */
export const MAX_BULK = 100;

/** One change that can be done to many tickets at once. @public */
export const bulkChangeSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('edit'),
    category: editableFields.category,
    priority: editableFields.priority,
    visibility: editableFields.visibility,
    system: editableFields.system,
    slaPolicy: editableFields.slaPolicy,
    addTags: tagsSchema.optional(),
    removeTags: tagsSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('assignment'),
    ...handOverRequestSchema.shape,
  }),
  z.strictObject({ type: z.literal('take-over') }),
  z.strictObject({
    type: z.literal('status'),
    ...changeStatusRequestSchema.shape,
  }),
  z.strictObject({
    type: z.literal('message'),
    kind: z.enum(['reply', 'note']),
    body: messageBodySchema,
    status: configuredIdSchema.optional(),
  }),
  z.strictObject({
    type: z.enum(['solve', 'close', 'reopen']),
    ...endTicketRequestSchema.shape,
  }),
  z.strictObject({ type: z.enum(['archive', 'reactivate', 'delete']) }),
]);

/** {@inheritDoc bulkChangeSchema} @public */
export type BulkChange = z.infer<typeof bulkChangeSchema>;

/**
 * Body of `POST /bulk`.
 * @public
 */
export const bulkRequestSchema = z.strictObject({
  /** Ids or numbers. */
  tickets: z
    .array(ticketKeySchema)
    .min(1, 'name at least one ticket')
    .max(MAX_BULK, `at most ${MAX_BULK} tickets are changed at once`)
    .refine(
      keys => new Set(keys).size === keys.length,
      'a ticket is named twice',
    ),
  change: bulkChangeSchema,
});

/** {@inheritDoc bulkRequestSchema} @public */
export type BulkRequest = z.infer<typeof bulkRequestSchema>;

/**
 * Body of `PUT /absences`.
 * @public
 */
export const absenceRequestSchema = z
  .strictObject({
    person: userRefSchema,
    /** Default: now. */
    from: instantSchema.optional(),
    /** Absent: until further notice. */
    until: instantSchema.optional(),
  })
  .refine(
    ({ from, until }) => !from || !until || new Date(from) < new Date(until),
    { path: ['until'], message: 'an absence ends after it begins' },
  );

/** {@inheritDoc absenceRequestSchema} @public */
export type AbsenceRequest = z.infer<typeof absenceRequestSchema>;
