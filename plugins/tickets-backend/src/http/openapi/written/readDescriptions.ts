import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The comments on a schema, on its fields, and on the variants of a union. */
export interface Described {
  readonly text?: string;
  /** The comment on what it returns. */
  readonly returns?: string;
  readonly fields: ReadonlyMap<string, Described>;
  readonly variants: readonly Described[];
}

const nothing: Described = { fields: new Map(), variants: [] };

/**
 * Reads the TSDoc comments of the zod schemas in these folders, so that the API
 * is described in one place: next to its schemas.
 *
 * @returns the comments by the name of the schema's constant
 */
export function readDescriptions(
  folders: readonly string[],
): ReadonlyMap<string, Described> {
  const constants = new Map<string, ts.VariableDeclaration>();
  for (const file of folders.flatMap(sourceFiles)) {
    const source = ts.createSourceFile(
      file,
      readFileSync(file, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    for (const statement of source.statements) {
      if (ts.isVariableStatement(statement)) {
        for (const declaration of statement.declarationList.declarations) {
          constants.set(declaration.name.getText(), declaration);
        }
      }
    }
  }

  const described = new Map<string, Described>();
  function constant(name: string): Described {
    const known = described.get(name);
    const declaration = constants.get(name);
    if (known || !declaration?.initializer) {
      return known ?? nothing;
    }
    const found = {
      ...describe(declaration.initializer),
      text: commentOf(declaration.parent.parent),
    };
    described.set(name, found);
    return found;
  }

  function describe(node: ts.Node): Described {
    if (ts.isIdentifier(node)) {
      return constant(node.text);
    }
    if (ts.isPropertyAccessExpression(node)) {
      const owner = describe(node.expression);
      return owner.fields.get(node.name.text) ?? owner;
    }
    if (ts.isAsExpression(node)) {
      return describe(node.expression);
    }
    if (ts.isCallExpression(node)) {
      return merge([node.expression, ...node.arguments].map(describe));
    }
    if (ts.isArrayLiteralExpression(node)) {
      return {
        ...nothing,
        variants: node.elements.map(element => ({
          ...describe(element),
          text: commentOf(element),
        })),
      };
    }
    return ts.isObjectLiteralExpression(node)
      ? merge(node.properties.map(property))
      : nothing;
  }

  function property(node: ts.ObjectLiteralElementLike): Described {
    if (ts.isSpreadAssignment(node)) {
      return describe(node.expression);
    }
    if (!ts.isPropertyAssignment(node)) {
      return nothing;
    }
    const value = describe(node.initializer);
    // a field with a named schema does not repeat the description of that
    // schema
    const own = ts.isPropertyAccessExpression(node.initializer)
      ? value.text
      : undefined;
    const text = commentOf(node) ?? own;
    const returns = commentOf(node, 'returns');
    return {
      ...nothing,
      fields: new Map([[nameOf(node), { ...value, text, returns }]]),
    };
  }

  for (const name of constants.keys()) {
    constant(name);
  }
  return described;
}

/** The name of a property, without its quotes. */
function nameOf({ name }: ts.PropertyAssignment): string {
  return ts.isStringLiteral(name) ? name.text : name.getText();
}

/** Merges parts; a field that is declared again keeps its comment. */
function merge(parts: readonly Described[]): Described {
  const fields = new Map<string, Described>();
  for (const [name, field] of parts.flatMap(part => [...part.fields])) {
    const text = field.text ?? fields.get(name)?.text;
    fields.set(name, { ...field, text });
  }
  return { fields, variants: parts.flatMap(({ variants }) => variants) };
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map(name => join(folder, name));
}

/** The comment before a node, up to its first tag or of one tag, as Markdown. */
function commentOf(node: ts.Node, tag = ''): string | undefined {
  const source = node.getSourceFile().text;
  const comment = ts
    .getLeadingCommentRanges(source, node.getFullStart())
    ?.map(({ pos, end }) => source.slice(pos, end))
    .findLast(text => text.startsWith('/**'));
  const parts = (comment ?? '')
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^\s*\* ?/gm, '')
    .split(/(?:^|\s)@/);
  const text = tag
    ? parts.find(part => part.startsWith(`${tag} `))?.slice(tag.length)
    : parts[0];
  return text?.trim().replace(/(?<!\n)\n(?![\n-])/g, ' ') || undefined;
}
