import type { Content, Operation } from '../operation';
import { refusalsOf } from './refusals';
import type { Components } from './schemas';

/** What the parameters of paths name. */
const pathParameters: Readonly<Record<string, string>> = {
  ticket: 'Id or number of the ticket.',
  cannedReply: 'Id of the canned reply.',
  person: 'Reference of a catalog User.',
  notice: 'Id of the parked notice.',
  file: 'Id of the file.',
  view: 'Id of the saved view.',
};

/** An operation, as the document has it. */
export function operationObject(
  operation: Operation,
  components: Components,
): object {
  const { operationId, summary, description, tag, query, body, answer } =
    operation;
  const { status, content, schema, headers = [] } = answer;
  return {
    operationId,
    summary,
    description,
    tags: [tag],
    parameters: [
      ...[...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        description: pathParameters[name],
        schema: { type: 'string' },
      })),
      ...(query ? components.propertiesOf(query) : []).map(
        ([name, { description: text, ...property }, required]) => ({
          name,
          in: 'query',
          required,
          description: text,
          schema: property,
        }),
      ),
      ...(operation.headers ?? []).map(name => ({
        $ref: `#/components/parameters/${name}`,
      })),
    ],
    requestBody: body && {
      required: !operation.bodyOptional,
      content: contentObject(body, components, 'input'),
    },
    responses: {
      [status]: {
        description: answer.description,
        headers: Object.fromEntries(
          headers.map(name => [name, { $ref: `#/components/headers/${name}` }]),
        ),
        content: contentObject(
          content ?? (schema && { 'application/json': schema }) ?? {},
          components,
          'output',
        ),
      },
      ...(operation.headers?.includes('Prefer') && status === 200
        ? { 204: { description: 'It is done, and the body was left out.' } }
        : {}),
      ...Object.fromEntries(
        refusalsOf(operation).map(refusal => [
          refusal,
          { $ref: `#/components/responses/${refusal}` },
        ]),
      ),
    },
  };
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
