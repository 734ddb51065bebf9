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
  /** It has another type: `expected` is one of JSON, or `int`. */
  'wrong-type': ['expected'],
  /** A text that is not written as `format` demands. */
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
  /** Values stand in more levels of each other. */
  'too-deep': ['maximum'],
  /** Something stands twice in a list. */
  repeated: [],
  /** A parameter that takes one value has several. */
  'several-values': [],
  /** There is no such field. */
  'unknown-field': [],
  /** No name that a field can have. */
  'wrong-field-name': [],
  /** A rule of the category's form, or another that has no code of its own. */
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
  /** Goes only with this value of another field. */
  'only-with': ['field', 'value'],
  /** A page that this list does not have: begin with the first one. */
  'unknown-cursor': [],

  /** The catalog has no such entity, or not for the caller. */
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
  /** There is no such ticket, or not for the caller. */
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
