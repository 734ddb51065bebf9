import type {
  DeskDescription,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { choiceTitle, formFieldsOf } from '../../../lib/formFields';

/** A field of a form that a ticket has a value of. */
export interface FormValue {
  name: string;
  title: string;
  value: unknown;
  /** What the form says about it; empty where no form has it. */
  schema: Readonly<Record<string, unknown>>;
}

/** How values that are no texts are said. */
export interface ValueWords {
  yes: string;
  no: string;
  /** Says a day such as `2026-03-02`. */
  day: (date: string) => string;
  /** Says an instant such as `2026-03-02T09:00:00Z`. */
  instant: (date: string) => string;
}

/**
 * The fields that a ticket has values of. What its form no longer has comes
 * last, under its name.
 */
export function formValues(
  ticket: Pick<Ticket, 'category' | 'fields'>,
  desk: Pick<DeskDescription, 'categories'> | undefined,
): FormValue[] {
  const category = desk?.categories.find(({ id }) => id === ticket.category);
  const fields = formFieldsOf(category?.form);
  const names = [
    ...[...fields.keys()].filter(name => name in ticket.fields),
    ...Object.keys(ticket.fields).filter(name => !fields.has(name)),
  ];
  return names
    .filter(name => ticket.fields[name] !== null)
    .map(name => {
      const schema = fields.get(name) ?? {};
      return {
        name,
        title: titleOf(name, schema),
        value: ticket.fields[name],
        schema,
      };
    });
}

/** A value of a form as people read it. */
export function valueText(
  value: unknown,
  schema: unknown,
  words: ValueWords,
): string {
  const { items, properties, format } = Object(schema);
  if (Array.isArray(value)) {
    return value.map(item => valueText(item, items, words)).join(', ');
  }
  const title = choiceTitle(schema, value);
  if (title !== undefined) {
    return title;
  }
  if (typeof value === 'boolean') {
    return value ? words.yes : words.no;
  }
  if (typeof value === 'string' && format === 'date') {
    return words.day(value);
  }
  if (typeof value === 'string' && format === 'date-time') {
    return words.instant(value);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, item]) => {
          const inner = Object(properties)[name];
          return `${titleOf(name, inner)}: ${valueText(item, inner, words)}`;
        })
        .join('; ')
    : String(value);
}

function titleOf(name: string, schema: unknown): string {
  const { title } = Object(schema);
  return typeof title === 'string' ? title : name;
}
