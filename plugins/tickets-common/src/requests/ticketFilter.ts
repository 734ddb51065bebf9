import { z } from 'zod';
import {
  channelSchema,
  entityRefSchema,
  groupRefSchema,
  lightSchema,
  statusTypeSchema,
  systemRefSchema,
  userRefSchema,
  visibilitySchema,
} from '../vocabulary';
import { pattern } from './pattern';
import { readBoolean, several } from './query';
import { textFilterSchema } from './searchText';
import { configuredIdSchema, instantSchema, tagSchema } from './text';

const none = z.literal('none');

const flag = z.preprocess(readBoolean, z.boolean().optional());

/** Longest value of a form's field that tickets are found by, in characters. @public */
export const MAX_FIELD_VALUE_LENGTH = 255;

const fieldSchema = z
  .string()
  .max(MAX_FIELD_VALUE_LENGTH * 2)
  .check(
    pattern(
      'name:value',
      /^[^:\p{Cc}]+:\P{Cc}+$/u,
      'expected a field and its value: name:value',
    ),
  );

/**
 * Which tickets are meant. Values of one filter are alternatives, different
 * filters narrow each other. What only agents of a ticket see finds nothing for
 * anybody else. Spans of time include their beginning and not their end.
 * @public
 */
export const ticketFilterSchema = z.strictObject({
  /**
   * `open`: neither solved nor closed. `closed`: solved or closed. `archived`:
   * those that were archived, which other lists leave out. One value only.
   */
  state: z.enum(['open', 'closed', 'archived']).optional(),
  light: several(lightSchema),
  /** Ids of configured statuses; agents only. */
  status: several(configuredIdSchema),
  /** What the status means; agents only. */
  type: several(statusTypeSchema),
  category: several(configuredIdSchema),
  priority: several(configuredIdSchema),
  visibility: several(visibilitySchema),
  channel: several(channelSchema),
  /** Stars that the requester gave. */
  rating: several(z.coerce.number().int().min(1).max(5)),
  /** Filed for or by this user. */
  requester: several(userRefSchema),
  /** The requester's group; `none` means tickets without one. */
  organisation: several(z.union([none, groupRefSchema])),
  /** `none` means tickets that wait in triage. */
  team: several(z.union([none, groupRefSchema])),
  /** `none` means tickets that nobody took over. */
  assignee: several(z.union([none, userRefSchema])),
  /** About this catalog entity. */
  asset: several(entityRefSchema),
  /** Linked to this catalog entity, which is no asset. */
  entity: several(entityRefSchema),
  /** The catalog System; `none` means tickets without one. */
  system: several(z.union([none, systemRefSchema])),
  /** Agents only. */
  tag: several(tagSchema),
  /**
   * `name:value`: a field of the category's form that is, or holds, this value.
   * Values of one field are alternatives, different fields narrow each other.
   */
  field: several(fieldSchema),
  /** Created at this instant or after it. */
  createdFrom: instantSchema.optional(),
  /** Created before this instant. */
  createdTo: instantSchema.optional(),
  /** Changed last at this instant or after it. */
  updatedFrom: instantSchema.optional(),
  /** Changed last before this instant. */
  updatedTo: instantSchema.optional(),
  /** Solved or closed at this instant or after it. */
  endedFrom: instantSchema.optional(),
  /** Solved or closed before this instant. */
  endedTo: instantSchema.optional(),
  /** The next deadline is at this instant or after it; agents only. */
  dueFrom: instantSchema.optional(),
  /** The next deadline is before this instant; agents only. */
  dueTo: instantSchema.optional(),
  /** Whether a deadline has passed; agents only. */
  overdue: flag,
  /** Whether another person changed it since the caller last looked at it. */
  unread: flag,
  /** Whether the caller watches it. */
  watching: flag,
  /**
   * Words of the number and the subject, of one message or of one field: all of
   * them, "in this order" between quotation marks, and none with a minus before
   * it. The last word may be typed in part. Only in what the caller may read.
   * A text without words is as if it were not given; one of nothing but words
   * with a minus finds nothing.
   */
  text: textFilterSchema.optional(),
});

/** {@inheritDoc ticketFilterSchema} @public */
export interface TicketFilter extends z.infer<typeof ticketFilterSchema> {}
