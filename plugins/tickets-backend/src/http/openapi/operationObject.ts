import {
  type Operation,
  permissionsOfAction,
} from '@portaldesk/plugin-tickets-common';
import type { z } from 'zod';
import { errorStatusesOf } from './errorStatuses';
import { requestHeadersOf, responseHeadersOf } from './headerNames';
import type { Components } from './schemas';

/** The descriptions of path parameters. */
const pathParameters: Readonly<Record<string, string>> = {
  ticket: 'Id or number of the ticket.',
  cannedReply: 'Id of the canned reply.',
  notification: 'Id of the failed notification.',
  file: 'Id of the file.',
  view: 'Id of the saved view.',
};

/** The description of an operation. */
export interface OperationText {
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** The description of the response. */
  readonly returns: string;
}

/** Bodies by their media type; bytes where there is no schema. */
type Content = Readonly<Record<string, z.ZodType | undefined>>;

/** An operation in the form of the document. */
export function operationObject(
  operation: Operation,
  { operationId, tag, summary, description, returns }: OperationText,
  components: Components,
): object {
  const { input, response } = operation;
  const { status, schema } = response;
  const permissions = permissionNames(operation);
  return {
    operationId,
    summary,
    description,
    'x-permissions': permissions.length > 0 ? permissions : undefined,
    tags: [tag],
    parameters: [
      ...pathParametersOf(operation),
      ...queryParametersOf(operation, components),
      ...requestHeadersOf(operation).map(name => ({
        $ref: `#/components/parameters/${name}`,
      })),
    ],
    requestBody:
      input === undefined || input.kind === 'query'
        ? undefined
        : {
            required: !input.optional,
            content: contentObject(
              input.kind === 'upload'
                ? { '*/*': undefined }
                : { 'application/json': input.schema },
              components,
              'input',
            ),
          },
    responses: {
      [status]: {
        description: returns,
        headers: Object.fromEntries(
          responseHeadersOf(operation).map(name => [
            name,
            { $ref: `#/components/headers/${name}` },
          ]),
        ),
        content: contentObject(
          response.content ?? (schema && { 'application/json': schema }) ?? {},
          components,
          'output',
        ),
      },
      ...(response.minimal && status === 200
        ? { 204: { description: 'It is done, and the body was left out.' } }
        : {}),
      ...Object.fromEntries(
        errorStatusesOf(operation).map(refusal => [
          refusal,
          { $ref: `#/components/responses/${refusal}` },
        ]),
      ),
    },
  };
}

function pathParametersOf({ path }: Operation): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    description: pathParameters[name],
    schema: { type: 'string' },
  }));
}

function queryParametersOf(
  { input }: Operation,
  components: Components,
): object[] {
  if (input === undefined || input.kind === 'body') {
    return [];
  }
  return components
    .propertiesOf(input.schema)
    .map(([name, { description, ...schema }, required]) => ({
      name,
      in: 'query',
      required,
      description,
      schema,
    }));
}

/** The permissions that an operation needs, apart from the one to read. */
function permissionNames({ permission, actions = [] }: Operation): string[] {
  const needed = [
    ...(permission ? [permission] : []),
    ...actions.flatMap(action => permissionsOfAction[action]),
  ];
  return [...new Set(needed.map(({ name }) => name))];
}

/** Bodies by their media type. */
export function contentObject(
  content: Content,
  components: Components,
  io: 'input' | 'output',
): object {
  return Object.fromEntries(
    Object.entries(content).map(([mediaType, schema]) => [
      mediaType,
      schema ? { schema: components.of(schema, io) } : {},
    ]),
  );
}
