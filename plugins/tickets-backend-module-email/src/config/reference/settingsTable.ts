import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { type SettingSchema, settingSchema } from './configSchema';

/** What has the table of settings between two marks. */
export const readmeFile = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend-module-email',
  'README.md',
);

const BEGIN = '<!-- settings: `npm run config-reference` writes them -->';
const END = '<!-- end of settings -->';

/** The README with the current table. */
export function withSettings(readme: string): string {
  const [before, rest = ''] = readme.split(BEGIN);
  const [, after = ''] = rest.split(END);
  return `${before}${BEGIN}\n\n${settingsTable()}\n\n${END}${after}`;
}

function settingsTable(): string {
  const rows = [
    ['setting below `tickets.email`', 'meaning', 'default'],
    ...settingsIn(settingSchema(), '').map(({ path, required, schema }) => [
      `\`${path}\``,
      [schema.description, choicesOf(schema), secretOf(schema)]
        .filter(Boolean)
        .join(' '),
      required
        ? 'required'
        : (schema.defaultText ?? `\`${String(schema.default)}\``),
    ]),
  ];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  const [head, ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}

interface Setting {
  readonly path: string;
  readonly required: boolean;
  readonly schema: SettingSchema;
}

function settingsIn(schema: SettingSchema, prefix: string): Setting[] {
  const { properties = {}, required = [], anyOf, oneOf } = schema;
  const inForms = (anyOf ?? oneOf ?? []).flatMap(form =>
    settingsIn(form, prefix),
  );
  return [
    ...inForms.filter(
      ({ path }, index) =>
        inForms.findIndex(other => other.path === path) === index,
    ),
    ...Object.entries(properties).flatMap(([name, inner]) => [
      {
        path: `${prefix}${name}`,
        required: required.includes(name),
        schema: inner,
      },
      ...settingsIn(inner, `${prefix}${name}.`),
      ...(inner.items ? settingsIn(inner.items, `${prefix}${name}[].`) : []),
    ]),
  ];
}

function choicesOf({ enum: choices }: SettingSchema): string | undefined {
  return choices && `One of ${choices.map(it => `\`${it}\``).join(', ')}.`;
}

function secretOf({ visibility }: SettingSchema): string | undefined {
  return visibility && 'Take it from the environment.';
}
