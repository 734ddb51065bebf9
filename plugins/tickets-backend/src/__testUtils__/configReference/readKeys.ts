import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import ts from 'typescript';

/** A setting as `config.d.ts` declares and describes it. */
export interface ConfigKey {
  /** Such as `tickets.statuses[].title`. */
  readonly path: string;
  readonly required: boolean;
  readonly description: string;
  readonly type: ts.TypeNode;
  readonly defaultValue?: string;
  /** YAML. */
  readonly example?: string;
  readonly visibility?: string;
}

const file = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend',
  'config.d.ts',
);

/** All settings, in the order of the declaration, those with keys inside before these. */
export function readKeys(): ConfigKey[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  return source.statements
    .filter(ts.isInterfaceDeclaration)
    .flatMap(({ members }) => keysOf(members, '', source));
}

function keysOf(
  members: Iterable<ts.TypeElement>,
  prefix: string,
  source: ts.SourceFile,
): ConfigKey[] {
  return [...members].flatMap(member => {
    if (ts.isIndexSignatureDeclaration(member)) {
      const [parameter] = member.parameters;
      return inside(
        member.type,
        `${prefix}.<${parameter.name.getText(source)}>`,
        source,
      );
    }
    if (!ts.isPropertySignature(member) || !member.type) {
      return [];
    }
    const path = [prefix, member.name.getText(source)]
      .filter(Boolean)
      .join('.');
    return [
      {
        path,
        required: member.questionToken === undefined,
        type: member.type,
        ...readComment(member, source),
      },
      ...inside(member.type, path, source),
    ];
  });
}

/** The keys of the objects that a value of this type holds. */
function inside(
  type: ts.TypeNode,
  path: string,
  source: ts.SourceFile,
): ConfigKey[] {
  const item = itemOf(type);
  if (item) {
    return inside(item, `${path}[]`, source);
  }
  if (ts.isUnionTypeNode(type)) {
    return type.types.flatMap(form => inside(form, path, source));
  }
  return ts.isTypeLiteralNode(type) ? keysOf(type.members, path, source) : [];
}

/** The type of the items, where a type is that of a list. */
export function itemOf(type: ts.TypeNode): ts.TypeNode | undefined {
  if (ts.isArrayTypeNode(type)) {
    return type.elementType;
  }
  return ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Array'
    ? type.typeArguments?.[0]
    : undefined;
}

/**
 * What the comment before a key says. It is read as it stands, since the
 * compiler would take the indentation out of examples.
 */
function readComment(member: ts.Node, source: ts.SourceFile) {
  const comment =
    ts
      .getLeadingCommentRanges(source.text, member.getFullStart())
      ?.map(({ pos, end }) => source.text.slice(pos, end))
      .at(-1) ?? '';
  const text = comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .split('\n')
    .map(line => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim();
  const [description, ...tags] = text.split(/^@(?=[a-zA-Z]+\b)/m);
  const tag = (name: string) =>
    tags
      .find(given => given.startsWith(`${name}`))
      ?.slice(name.length)
      .trim();
  return {
    description: description.trim().replace(/\n(?!\n)/g, ' '),
    defaultValue: tag('defaultValue'),
    example: tag('example'),
    visibility: tag('visibility'),
  };
}
