import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { type Operation, issueCodes } from '@portaldesk/plugin-tickets-common';
import { chapters } from '../chapters';
import { openApiDocument } from '../document';
import { componentName, schemaName } from '../schemas';
import { type Described, readDescriptions } from './readDescriptions';

type Part = Record<string, unknown>;

const common = (...path: string[]) =>
  resolvePackagePath('@portaldesk/plugin-tickets-common', 'src', ...path);

/** Where the document is committed. */
export const openApiFile = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend',
  'openapi.json',
);

/** The OpenAPI document of the desk, as it is committed and served. */
export function openApiJson(): string {
  const descriptions = readDescriptions([
    common('vocabulary'),
    common('model'),
    common('requests'),
    common('contract'),
    common('contract', 'operations'),
    resolvePackagePath(
      '@portaldesk/plugin-tickets-backend',
      'src',
      'http',
      'openapi',
    ),
  ]);
  const byName = new Map(
    [...descriptions]
      .filter(([constant]) => constant.endsWith('Schema'))
      .map(([constant, described]) => [componentName(constant), described]),
  );
  const listOf = (constant: string, params: CodeParams = {}) =>
    [...(descriptions.get(constant)?.fields ?? [])]
      .map(([code, { text }]) => `- ${nameOf(code, params[code])}: ${text}`)
      .join('\n');
  const lists = new Map([
    ['ErrorCode', listOf('errorCodes')],
    ['IssueCode', listOf('issueCodes', issueCodes)],
  ]);
  const describedChapters = chapters.map(({ title, constant, operations }) => ({
    tag: title,
    operations,
    described: descriptions.get(constant),
  }));
  const document = openApiDocument({
    tags: Object.fromEntries(
      describedChapters.map(({ tag, described }) => [
        tag,
        described?.text ?? '',
      ]),
    ),
    operations: describedChapters.flatMap(({ tag, operations, described }) =>
      Object.entries(operations).map(([name, operation]) => ({
        operation,
        text: {
          operationId: name,
          tag,
          ...textOf(operation, described?.fields.get(name)),
        },
      })),
    ),
    describe: (name, schema) => {
      const described = byName.get(name);
      const list = lists.get(name);
      return described
        ? withText(schema, {
            ...described,
            text: list ? `${described.text}\n\n${list}` : described.text,
          })
        : schema;
    },
  });
  return `${JSON.stringify(document, undefined, 2)}\n`;

  /** The first paragraph of a comment is the summary, the rest the description. */
  function textOf({ response }: Operation, described?: Described) {
    const [summary = '', ...paragraphs] = described?.text?.split('\n\n') ?? [];
    const result =
      response.schema && byName.get(schemaName(response.schema) ?? '');
    const [whatItIs] = result?.text?.split(/(?<=\.)\s/) ?? [];
    return {
      summary: summary.replace(/\.$/, ''),
      description: paragraphs.join('\n\n') || undefined,
      returns: described?.returns ?? whatItIs ?? 'It is done.',
    };
  }
}

type CodeParams = Readonly<Record<string, readonly string[] | undefined>>;

/** A code with the names of its parameters. */
function nameOf(code: string, params: readonly string[] = []): string {
  const names = params.map(param => `\`${param}\``).join(', ');
  return names ? `\`${code}\` (${names})` : `\`${code}\``;
}

/** A part of a JSON Schema with its descriptions. */
function withText(schema: unknown, described: Described): Part {
  const { fields, variants } = described;
  const part: Part = { ...(schema as Part) };
  if (described.text) {
    part.description = described.text;
  }
  const inner = { ...described, text: undefined };
  for (const key of ['items', 'additionalProperties']) {
    if (isPart(part[key])) {
      part[key] = withText(part[key], inner);
    }
  }
  for (const key of ['anyOf', 'oneOf']) {
    const options = part[key];
    if (Array.isArray(options)) {
      part[key] = options.map((option, index) =>
        withText(
          option,
          variants.length === options.length ? variants[index] : inner,
        ),
      );
    }
  }
  if (isPart(part.properties)) {
    part.properties = Object.fromEntries(
      Object.entries(part.properties).map(([name, property]) => {
        const field = fields.get(name);
        return [name, field ? withText(property, field) : property];
      }),
    );
  }
  return part;
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
