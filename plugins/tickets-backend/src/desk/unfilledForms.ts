import type { DeskConfig } from '../config/DeskConfig';
import { shownForm } from '../domain/forms/forms';

/**
 * Says which categories people cannot file in from the portal, since their
 * forms demand fields that the portal's screens do not ask for.
 *
 * @returns undefined where there is none
 */
export function describeUnfilledForms({
  categories,
}: Pick<DeskConfig, 'categories'>): string | undefined {
  const demanding = categories.flatMap(({ id, agentsOnly, form }) => {
    const required = form && shownForm(form, agentsOnly).required;
    const names = Array.isArray(required) ? required : [];
    return names.length > 0 ? [`${id} (${names.join(', ')})`] : [];
  });
  return demanding.length === 0
    ? undefined
    : `In the portal nobody can file tickets of categories whose forms have required fields, which its screens do not ask for yet: ${demanding.join('; ')}. Take the fields out of required in tickets.categories, or let people file through the API`;
}
