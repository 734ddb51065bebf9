import type { JsonObject } from '@backstage/types';
import { fieldNames } from '../../domain/forms/formLevels';
import { findFormIssues } from '../../domain/forms/formSchema';
import type { ConfigIssues } from '../ConfigIssues';
import type { TicketsConfig } from '../schema/ticketsConfig';
import { withSuggestion } from '../suggestions';
import type { Path, References } from './References';

type Category = TicketsConfig['categories'][number];

export function validateCategories(
  { categories }: TicketsConfig,
  issues: ConfigIssues,
  references: References,
): void {
  categories.forEach((category, index) => {
    const path = ['categories', index];
    references.check('priorities', [...path, 'priority'], category.priority);
    references.check('slaPolicies', [...path, 'slaPolicy'], category.slaPolicy);
    references.checkTeam([...path, 'team'], category.team);
    if (category.visibility === 'internal' && !category.agentsOnly) {
      issues.add(
        [...path, 'visibility'],
        'use public or confidential, or add agentsOnly: true, since nobody else sees internal tickets',
      );
    }
    if (category.form) {
      findFormSettingMistakes(category.form, [...path, 'form'], issues);
    }
  });
}

function findFormSettingMistakes(
  form: NonNullable<Category['form']>,
  path: Path,
  issues: ConfigIssues,
) {
  // it was read from JSON
  const schema = form.schema as JsonObject;
  const found = findFormIssues(schema);
  for (const { at, hint } of found) {
    issues.add([...path, 'schema', ...at], hint);
  }
  if (found.length > 0) {
    return;
  }
  const fields = [...fieldNames(schema)];
  form.hidden.forEach((name, index) => {
    if (!fields.includes(name)) {
      const hint = `use one of ${fields.join(', ')}, or add it to the properties of the form`;
      issues.add(
        [...path, 'hidden', index],
        withSuggestion(hint, name, fields),
      );
    }
  });
}
