import { z } from 'zod';
import {
  groupRefSchema,
  ticketColumnSchema,
  userRefSchema,
} from '../vocabulary';
import { failing } from '../vocabulary/failing';
import { listTicketsQuerySchema } from './listTickets';
import { ticketFilterSchema } from './ticketFilter';
import { lineSchema } from './text';

/** Longest name of a saved view, in characters. @public */
export const MAX_VIEW_NAME_LENGTH = 100;

/** Most saved views that one person, or one team, can have. @public */
export const MAX_VIEWS = 100;

/** Longest filter of a saved view, in characters of JSON. */
const MAX_FILTER_LENGTH = 10_000;

const { sort, order } = listTicketsQuerySchema.shape;

const columnsSchema = z
  .array(ticketColumnSchema)
  .min(1)
  .refine(
    columns => new Set(columns).size === columns.length,
    failing('a column is listed twice', 'repeated'),
  );

const filterSchema = ticketFilterSchema.refine(
  filter => JSON.stringify(filter).length <= MAX_FILTER_LENGTH,
  failing(
    `a saved filter can have at most ${MAX_FILTER_LENGTH} characters`,
    'too-long',
    { maximum: MAX_FILTER_LENGTH },
  ),
);

const fields = {
  name: lineSchema('a name', MAX_VIEW_NAME_LENGTH),
  /** The caller, or a team of theirs, whose agents then share the view. */
  owner: z.union([userRefSchema, groupRefSchema]),
  /** The filter of the list. */
  filter: filterSchema,
  /**
   * What the list is sorted by. With `dueAt` it leaves out tickets of which the
   * caller is not an agent.
   */
  sort: sort.unwrap(),
  order: order.unwrap(),
  /** The columns of the table, in their order; null for the usual ones. */
  columns: columnsSchema.nullable(),
  /** Views of one owner are in the order of their positions, then their names. */
  position: z.number().int().min(0).max(1_000_000),
};

/**
 * Body of `POST /views`.
 * @public
 */
export const createViewRequestSchema = z.strictObject({
  ...fields,
  /** Default: the caller. */
  owner: fields.owner.optional(),
  /** Default: all tickets. */
  filter: fields.filter.default({}),
  sort,
  order,
  columns: fields.columns.default(null),
  position: fields.position.default(0),
});

/** {@inheritDoc createViewRequestSchema} @public */
export interface CreateViewRequest extends z.infer<
  typeof createViewRequestSchema
> {}

/**
 * Body of `PATCH /views/{view}`: what is named is changed, what is absent stays.
 * @public
 */
export const editViewRequestSchema = z.strictObject(fields).partial();

/** {@inheritDoc editViewRequestSchema} @public */
export interface EditViewRequest extends z.infer<
  typeof editViewRequestSchema
> {}

/**
 * Query of `GET /views`.
 * @public
 */
export const listViewsQuerySchema = z.strictObject({
  /** Only those of this person or team. */
  owner: fields.owner.optional(),
});

/** {@inheritDoc listViewsQuerySchema} @public */
export interface ListViewsQuery extends z.infer<typeof listViewsQuerySchema> {}
