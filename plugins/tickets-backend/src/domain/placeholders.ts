/** What a placeholder such as `{{ticket.number}}` in a prepared text can name. */
export const PLACEHOLDERS = [
  'ticket.number',
  'ticket.subject',
  'ticket.category',
  'ticket.priority',
  'requester.name',
  'organisation.name',
  'agent.name',
  'team.name',
  'asset.name',
  'system.name',
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** The values of the placeholders: titles and names that people know. */
export type PlaceholderValues = Readonly<Record<Placeholder, string | null>>;

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

/** The unknown placeholders in a text. */
export function unknownPlaceholders(body: string): string[] {
  return [...body.matchAll(PLACEHOLDER)]
    .map(([, name]) => name.trim())
    .filter(name => !isPlaceholder(name));
}

/**
 * Fills in the placeholders of a Markdown text; one without a value is removed.
 * Values are escaped, so that a name or a subject becomes neither Markdown nor
 * another placeholder.
 */
export function fillPlaceholders(
  body: string,
  values: PlaceholderValues,
): string {
  return body.replace(PLACEHOLDER, (whole, inside: string) => {
    const name = inside.trim();
    return isPlaceholder(name) ? asPlainText(values[name] ?? '') : whole;
  });
}

function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}

/**
 * A value as Markdown that shows just that value, in one line. Only what can
 * mean something is escaped, since agents read the text before it is sent.
 */
function asPlainText(value: string): string {
  return value
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>~|&]/g, '\\$&')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
