import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  DeskDescription,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useDesk } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Fact, Facts } from '../Facts';

/** What the category's form asked for, in the order of the form. */
export function FormFields(props: { ticket: Ticket }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { ticket } = props;
  const { data: desk } = useDesk();
  const fields = formFields(ticket, desk);
  return fields.length === 0 ? null : (
    <Facts>
      {fields.map(({ name, title, value }) => (
        <Fact key={name} name={title}>
          {fieldText(value, {
            yes: t('filters.flag.true'),
            no: t('filters.flag.false'),
          })}
        </Fact>
      ))}
    </Facts>
  );
}

interface FormField {
  name: string;
  title: string;
  value: unknown;
}

/**
 * The fields that a ticket has values of. What its form no longer has comes
 * last, under its name.
 */
export function formFields(
  ticket: Pick<Ticket, 'category' | 'fields'>,
  desk: Pick<DeskDescription, 'categories'> | undefined,
): FormField[] {
  const category = desk?.categories.find(({ id }) => id === ticket.category);
  const properties: Record<string, unknown> = Object(
    category?.form?.properties,
  );
  const names = [
    ...Object.keys(properties).filter(name => name in ticket.fields),
    ...Object.keys(ticket.fields).filter(name => !(name in properties)),
  ];
  return names
    .filter(name => ticket.fields[name] !== null)
    .map(name => {
      const { title } = Object(properties[name]);
      return {
        name,
        title: typeof title === 'string' ? title : name,
        value: ticket.fields[name],
      };
    });
}

/** A value of a form as people read it. */
export function fieldText(
  value: unknown,
  words: { yes: string; no: string },
): string {
  if (typeof value === 'boolean') {
    return value ? words.yes : words.no;
  }
  if (Array.isArray(value)) {
    return value.map(item => fieldText(item, words)).join(', ');
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, item]) => `${name}: ${fieldText(item, words)}`)
        .join('; ')
    : String(value);
}
