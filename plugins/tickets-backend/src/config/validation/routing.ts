import type { JsonObject } from '@backstage/types';
import { fieldNames } from '../../domain/forms/formLevels';
import { isObject } from '../../domain/forms/formWords';
import type { ConfigIssues } from '../ConfigIssues';
import type { TicketsConfig } from '../schema/ticketsConfig';
import { withSuggestion } from '../suggestions';
import type { Path, References } from './References';

type Rule = TicketsConfig['routing'][number];

export function validateRouting(
  tickets: TicketsConfig,
  issues: ConfigIssues,
  references: References,
): void {
  const { routing } = tickets;
  routing.forEach(({ when, then }, index) => {
    const path = ['routing', index];
    references.checkAll(
      'categories',
      [...path, 'when', 'category'],
      when.category,
    );
    references.checkAll(
      'priorities',
      [...path, 'when', 'priority'],
      when.priority,
    );
    references.checkTeam([...path, 'then', 'team'], then.team);
    references.check(
      'priorities',
      [...path, 'then', 'priority'],
      then.priority,
    );
    references.check(
      'slaPolicies',
      [...path, 'then', 'slaPolicy'],
      then.slaPolicy,
    );
    if (references.knows('categories')) {
      findFieldMistakes(tickets, when, [...path, 'when', 'fields'], issues);
    }
  });
  const last = routing.findIndex(({ when }) => Object.keys(when).length === 0);
  routing.forEach((_rule, index) => {
    if (last >= 0 && index > last) {
      issues.add(
        ['routing', index],
        `put it before tickets.routing[${last}], which takes every ticket`,
      );
    }
  });
}

/** A field has to be in the form of a category that the rule can meet. */
function findFieldMistakes(
  tickets: TicketsConfig,
  when: Rule['when'],
  path: Path,
  issues: ConfigIssues,
) {
  const forms = tickets.categories
    .filter(({ id }) => when.category?.includes(id) ?? true)
    // they were read from JSON
    .flatMap(({ form }) => (form ? [form.schema as JsonObject] : []));
  const names = [...new Set(forms.flatMap(form => [...fieldNames(form)]))];
  for (const [name, values] of Object.entries(when.fields ?? {})) {
    if (!names.includes(name)) {
      const hint =
        names.length > 0
          ? `use one of the fields ${names.join(', ')}, or add it to the form of a category`
          : 'add it to the form of a category';
      issues.add([...path, name], withSuggestion(hint, name, names));
      continue;
    }
    const choices = choicesOf(forms, name);
    if (choices && !values.every(value => choices.includes(value))) {
      const named = choices.map(choice =>
        typeof choice === 'string' ? choice : JSON.stringify(choice),
      );
      issues.add([...path, name], `use one of ${named.join(', ')}`);
    }
  }
}

/** All that a field can be, where every form that has it lists its choices. */
function choicesOf(
  forms: readonly JsonObject[],
  name: string,
): unknown[] | undefined {
  const choices = forms
    .filter(form => fieldNames(form).has(name))
    .map(({ properties }) => {
      const field = isObject(properties) ? properties[name] : undefined;
      return isObject(field) && Array.isArray(field.enum) ? field.enum : [];
    });
  return choices.every(list => list.length > 0) ? choices.flat() : undefined;
}
