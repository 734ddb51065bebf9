import type { JsonObject } from '@backstage/types';
import { fieldNames } from '../../domain/forms/formLevels';
import { findFormMistakes } from '../../domain/forms/formSchema';
import type { ConfigMistakes } from '../ConfigMistakes';
import type { TicketsConfig } from '../schema/ticketsConfig';
import { withSuggestion } from '../suggestions';
import type { Path, References } from './References';

type Category = TicketsConfig['categories'][number];

export function findCategoryMistakes(
  { categories }: TicketsConfig,
  mistakes: ConfigMistakes,
  references: References,
): void {
  categories.forEach((category, index) => {
    const path = ['categories', index];
    references.check('priorities', [...path, 'priority'], category.priority);
    references.check('slaPolicies', [...path, 'slaPolicy'], category.slaPolicy);
    references.checkTeam([...path, 'team'], category.team);
    if (category.visibility === 'internal' && !category.agentsOnly) {
      mistakes.add(
        [...path, 'visibility'],
        'use public or confidential, or add agentsOnly: true, since nobody else sees internal tickets',
      );
    }
    if (category.form) {
      findFormSettingMistakes(category.form, [...path, 'form'], mistakes);
    }
  });
}

function findFormSettingMistakes(
  form: NonNullable<Category['form']>,
  path: Path,
  mistakes: ConfigMistakes,
) {
  // it was read from JSON
  const schema = form.schema as JsonObject;
  const found = findFormMistakes(schema);
  for (const { at, remedy } of found) {
    mistakes.add([...path, 'schema', ...at], remedy);
  }
  if (found.length > 0) {
    return;
  }
  const fields = [...fieldNames(schema)];
  form.hidden.forEach((name, index) => {
    if (!fields.includes(name)) {
      const remedy = `use one of ${fields.join(', ')}, or add it to the properties of the form`;
      mistakes.add(
        [...path, 'hidden', index],
        withSuggestion(remedy, name, fields),
      );
    }
  });
}
