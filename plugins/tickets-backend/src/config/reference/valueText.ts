import type { SettingSchema } from './configSchema';

/** What a value of this schema is, in words. */
export function valueText(schema: SettingSchema): string {
  const { items, anyOf, enum: choices } = schema;
  if (schema.valueText) {
    return schema.valueText;
  }
  if (items) {
    return `list of ${pluralText(items)}`;
  }
  if (choices) {
    return either(choices.map(quoted));
  }
  if (anyOf) {
    return unionText(anyOf);
  }
  if (schema.type === 'object') {
    return schema.additionalProperties
      ? 'object with keys of your own'
      : 'object';
  }
  return schema.type === 'boolean' ? '`true` or `false`' : wordFor(schema);
}

function unionText(forms: readonly SettingSchema[]): string {
  const choices = forms.flatMap(form => form.enum ?? []);
  const others = forms.filter(form => !form.enum);
  return either([
    ...choices.map(quoted),
    ...others.map(form =>
      form.items && choices.length > 0 ? 'a list of them' : valueText(form),
    ),
  ]);
}

function either(parts: readonly string[]): string {
  return parts.length === 1
    ? parts[0]
    : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;
}

function quoted(choice: string): string {
  return `\`${choice}\``;
}

function pluralText(item: SettingSchema): string {
  if (item.type === 'object') {
    return 'objects';
  }
  return item.enum || item.anyOf ? 'those' : wordFor(item);
}

function wordFor({ type = 'anything' }: SettingSchema): string {
  const words: Record<string, string> = {
    string: 'text',
    integer: 'whole number',
  };
  return words[type] ?? type;
}
