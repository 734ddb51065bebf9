import { resolvePackagePath } from '@backstage/backend-plugin-api';
import ts from 'typescript';
import { type ConfigKey, itemOf, readKeys } from './readKeys';

/** Where the reference is committed. */
export const referenceFile = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend',
  '../../docs/configuration.md',
);

const INTRODUCTION = `# Configuration

<!-- \`npm run config-reference\` writes this file from plugins/tickets-backend/config.d.ts: change that one. -->

Every setting of the desk stands below \`tickets\` in \`app-config.yaml\`. None is needed: without the section every ticket goes to the group that owns its asset. Ready desks to copy from are in [plugins/tickets-backend/examples](../plugins/tickets-backend/examples): the defaults written out, a desk with statuses of its own and German titles, and one that uses nearly everything.

The backend does not start with a configuration that is wrong. It first names everything that is no setting or has a wrong form, then everything that does not fit together, each with its path, its value and its remedy:

\`\`\`text
Mistake in the configuration of the desk: tickets.statuses[1].next[0] is "opne": use one of new, open, done, or add it to tickets.statuses
\`\`\`

Taking a status, category, priority, team or SLA policy out of the configuration strands no ticket: those that have it show it by its id and can be given another. The log says after the start how many there are, without ended ones where nobody needs to mend these.

- **Ids** are made of lower-case letters, digits and dashes. They stay with the tickets, so change titles rather than ids.
- **References** of users, groups and systems are full ones, such as \`group:default/support\`.
- **Durations** are objects such as \`{ hours: 4, minutes: 30 }\`, text such as \`30 minutes\`, or ISO 8601 such as \`PT4H30M\`; the units of objects are \`years\`, \`months\`, \`weeks\`, \`days\`, \`hours\`, \`minutes\`, \`seconds\` and \`milliseconds\`.
- **Sizes** are numbers of bytes, or text with one of the units \`kB\`, \`MB\`, \`GB\` (powers of 1000), \`KiB\`, \`MiB\`, \`GiB\` (powers of 1024).

The settings are:`;

/** The reference of all settings, as it is committed. */
export function referenceText(): string {
  // the first one is the section itself
  const [, ...keys] = readKeys();
  const contents = keys
    .filter(isTopLevel)
    .map(({ path }) => `- [\`${path}\`](#${anchor(path)})`)
    .join('\n');
  return `${[INTRODUCTION, contents, ...keys.map(section)].join('\n\n')}\n`;
}

function isTopLevel({ path }: ConfigKey): boolean {
  return /^tickets\.\w+$/.test(path);
}

/** As code hosts make it from a heading. */
function anchor(path: string): string {
  return path.toLowerCase().replace(/[^\w-]/g, '');
}

function section(key: ConfigKey): string {
  const example = key.example ?? '';
  const isBlock = isTopLevel(key) || example.includes('\n');
  const facts = [
    `- Value: ${valueText(key.type)}`,
    key.required ? '- Required' : '',
    key.defaultValue === undefined ? '' : `- Default: ${key.defaultValue}`,
    key.visibility === 'secret' ? '- Secret: take it from the environment' : '',
    isBlock ? '' : `- Example: \`${example}\``,
  ].filter(Boolean);
  return [
    `${isTopLevel(key) ? '##' : '###'} \`${key.path}\``,
    key.description,
    facts.join('\n'),
    ...(isBlock ? [exampleBlock(key.path, example)] : []),
  ].join('\n\n');
}

/** The example below the last key of its path. */
function exampleBlock(path: string, example: string): string {
  const key = path.split('.').at(-1) ?? '';
  const isFlow = !example.includes('\n') && !example.startsWith('- ');
  const own = isFlow ? `${key}: ${example}` : `${key}:\n${indented(example)}`;
  const whole = /^tickets\.\w+$/.test(path)
    ? `tickets:\n${indented(own)}`
    : own;
  return `\`\`\`yaml\n${whole}\n\`\`\``;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

/** What a value of this type is, in words. */
function valueText(type: ts.TypeNode): string {
  const item = itemOf(type);
  if (item) {
    return `list of ${pluralText(item)}`;
  }
  if (ts.isUnionTypeNode(type)) {
    return unionText(type);
  }
  if (ts.isTypeLiteralNode(type)) {
    return type.members.some(ts.isIndexSignatureDeclaration)
      ? 'object with keys of your own'
      : 'object';
  }
  return type.kind === ts.SyntaxKind.BooleanKeyword
    ? '`true` or `false`'
    : wordFor(type);
}

function unionText(type: ts.UnionTypeNode): string {
  if (type.types.some(part => part.getText() === 'HumanDuration')) {
    return 'duration';
  }
  if (type.getText() === 'number | string') {
    return 'size';
  }
  const choices = type.types.filter(ts.isLiteralTypeNode);
  const others = type.types.filter(part => !ts.isLiteralTypeNode(part));
  const parts = [
    ...choices.map(choice => `\`${choice.getText().slice(1, -1)}\``),
    ...others.map(part =>
      itemOf(part) && choices.length > 0 ? 'a list of them' : valueText(part),
    ),
  ];
  return `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;
}

function pluralText(item: ts.TypeNode): string {
  if (ts.isTypeLiteralNode(item)) {
    return 'objects';
  }
  return ts.isParenthesizedTypeNode(item) || ts.isUnionTypeNode(item)
    ? 'those'
    : wordFor(item);
}

function wordFor(type: ts.TypeNode): string {
  return type.kind === ts.SyntaxKind.StringKeyword ? 'text' : type.getText();
}
