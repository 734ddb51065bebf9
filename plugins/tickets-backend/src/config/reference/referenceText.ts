import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { exampleYaml } from './exampleYaml';
import { type Setting, readSettings } from './settings';
import { valueText } from './valueText';

/** Where the reference is committed. */
export const referenceFile = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend',
  '../../docs/configuration.md',
);

const INTRODUCTION = `# Configuration

<!-- \`npm run config-reference\` writes this file from plugins/tickets-backend/src/config/schema: change that. -->

Every setting of the desk stands below \`tickets\` in \`app-config.yaml\`. None is needed: without the section every ticket goes to the group that owns its asset. Ready desks to copy from are in [plugins/tickets-backend/examples](../plugins/tickets-backend/examples): the defaults written out, a desk with statuses of its own and German titles, and one that uses nearly everything.

The backend does not start with a configuration that is wrong. It first names everything that is no setting or has a wrong form, then everything that does not fit together, each with its path, its value and its hint:

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
  const settings = readSettings();
  const contents = settings
    .filter(isTopLevel)
    .map(({ path }) => `- [\`${path}\`](#${anchor(path)})`)
    .join('\n');
  return `${[INTRODUCTION, contents, ...settings.map(section)].join('\n\n')}\n`;
}

function isTopLevel({ path }: Setting): boolean {
  return /^tickets\.\w+$/.test(path);
}

/** As code hosts make it from a heading. */
function anchor(path: string): string {
  return path.toLowerCase().replace(/[^\w-]/g, '');
}

function section(setting: Setting): string {
  const { path, required, schema } = setting;
  const example = exampleYaml(schema.example);
  const isBlock = isTopLevel(setting) || example.includes('\n');
  const defaultText = schema.defaultText ?? defaultOf(schema.default);
  const facts = [
    `- Value: ${valueText(schema)}`,
    required ? '- Required' : '',
    defaultText === undefined ? '' : `- Default: ${defaultText}`,
    schema.visibility === 'secret'
      ? '- Secret: take it from the environment'
      : '',
    isBlock ? '' : `- Example: \`${example}\``,
  ].filter(Boolean);
  return [
    `${isTopLevel(setting) ? '##' : '###'} \`${path}\``,
    schema.description,
    facts.join('\n'),
    ...(isBlock ? [exampleBlock(setting, example)] : []),
  ].join('\n\n');
}

/** A default as people write it; one of several parts needs words. */
function defaultOf(value: unknown): string | undefined {
  return value === undefined || typeof value === 'object'
    ? undefined
    : String(value);
}

/** The example below the last key of its path. */
function exampleBlock(setting: Setting, example: string): string {
  const key = setting.path.split('.').at(-1) ?? '';
  const isBlock = example.includes('\n') || example.startsWith('- ');
  const own = isBlock ? `${key}:\n${indented(example)}` : `${key}: ${example}`;
  const whole = isTopLevel(setting) ? `tickets:\n${indented(own)}` : own;
  return `\`\`\`yaml\n${whole}\n\`\`\``;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
