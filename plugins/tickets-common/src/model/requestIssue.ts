import { z } from 'zod';

/**
 * What can be wrong with a part of a request, with the names of the parameters:
 * `code` and `params` of an issue. Codes and parameters are stable, messages are
 * not: show your own translation of a code that you know, and else the message.
 * @public
 */
export const issueCodes = {
  /** It is missing, or empty. */
  required: [],
  /** It has another type than `expected`: a type of JSON, or `int`. */
  'wrong-type': ['expected'],
  /** A text that does not have the format. */
  'wrong-format': ['format'],
  /** None of these values; of many values, the first 20. */
  'not-one-of': ['values'],
  /** A number below the least. */
  'too-small': ['minimum'],
  /** A number above the greatest. */
  'too-big': ['maximum'],
  /** A text of fewer characters. */
  'too-short': ['minimum'],
  /** A text of more characters. */
  'too-long': ['maximum'],
  /** A list of fewer entries. */
  'too-few': ['minimum'],
  /** A list of more entries, or an object of more fields. */
  'too-many': ['maximum'],
  /** Values are nested more deeply. */
  'too-deep': ['maximum'],
  /** A list has the same value twice. */
  repeated: [],
  /** A parameter that takes one value has several. */
  'several-values': [],
  /** There is no such field. */
  'unknown-field': [],
  /** A field cannot have this name. */
  'wrong-field-name': [],
  /** Another rule, for example of the category's form. */
  invalid: [],
  /** The body could not be read. */
  unreadable: [],

  /** The request changes nothing. */
  'nothing-to-change': [],
  /** There is no word to search for. */
  'no-words': [],
  /** It ends before it begins. */
  'ends-too-early': [],
  /** It is not in the future. */
  'not-in-future': [],
  /** A period of more years. */
  'period-too-long': ['maximum'],
  /** It can only be used with this value of another field. */
  'only-with': ['field', 'value'],
  /** The cursor is not one of this list: start with the first page. */
  'unknown-cursor': [],

  /** The entity is not in the catalog, or the caller cannot see it. */
  'not-in-catalog': [],
  /** Nothing with this id is configured. */
  'not-configured': [],
  /** So many more values are not configured. */
  'more-not-configured': ['count'],
  /** The category is not offered for the asset. */
  'category-not-offered': [],
  /** The group cannot own tickets. */
  'cannot-own-tickets': [],
  /** The assignee is no member of the team. */
  'not-in-team': ['team'],
  /** An assignee needs a team. */
  'team-required': [],
  /** The person cannot read the ticket. */
  'cannot-read-ticket': [],
  /** Neither the caller, nor a team of theirs. */
  'owner-not-allowed': [],
  /** The ticket does not exist, or the caller cannot see it. */
  'ticket-not-found': [],
  /** There is no such reply on the ticket. */
  'message-not-found': [],
  /** The caller has no such unattached upload. */
  'upload-not-found': [],
  /** The files of the ticket would have more bytes together. */
  'files-too-large': ['maximum'],
  /** The file is empty. */
  'empty-file': [],
  /** A ticket cannot be linked to itself. */
  'linked-to-itself': [],
  /** The status postpones the ticket, and needs a time to return. */
  'return-time-required': ['status'],
  /** The status does not postpone the ticket, and has no time to return. */
  'return-time-not-allowed': ['status'],
} as const satisfies Record<string, readonly string[]>;

/**
 * What is wrong with a part of a request, for programs and translations. A newer
 * desk may have more codes.
 * @public
 */
export const issueCodeSchema = z.enum(
  Object.keys(issueCodes) as [IssueCode, ...IssueCode[]],
);

/** {@inheritDoc issueCodeSchema} @public */
export type IssueCode = keyof typeof issueCodes;

/**
 * The parameters of an issue, such as a limit.
 * @public
 */
export const issueParamsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.array(z.string())]),
);

/** {@inheritDoc issueParamsSchema} @public */
export type IssueParams = z.infer<typeof issueParamsSchema>;

/**
 * The parameters that go with a code; none where it leaves nothing open.
 * @public
 */
export type ParamsOfIssue<Code extends IssueCode> =
  (typeof issueCodes)[Code] extends readonly []
    ? []
    : [
        params: Readonly<
          Record<(typeof issueCodes)[Code][number], IssueParams[string]>
        >,
      ];

/**
 * One thing that is wrong in a request.
 * @public
 */
export const requestIssueSchema = z.object({
  /** Where: `subject`, `assets[1]`, `query.limit`, `headers.If-Match`. */
  path: z.string(),
  code: issueCodeSchema,
  /** What the code leaves open, such as a limit. */
  params: issueParamsSchema,
  /** What, in English. */
  message: z.string(),
});

/** {@inheritDoc requestIssueSchema} @public */
export interface RequestIssue extends z.infer<typeof requestIssueSchema> {}
