import { fieldNames } from '../../domain/forms/formLevels';
import { type CategoryForm, shownForm } from '../../domain/forms/forms';
import { readSearchQuery } from '../../domain/search/searchQuery';
import { readSoughtNumber } from '../../domain/ticketNumbers';
import type { ShownFields } from '../../store/access/readableTexts';
import type { TextConditions } from '../../store/where/TicketConditions';

/** The configuration that decides which fields a caller can search. */
interface Categories {
  readonly categories: readonly {
    readonly id: string;
    readonly form?: CategoryForm;
  }[];
}

/** The conditions of the store for a search text. */
export function textConditions(
  { categories }: Categories,
  text: string,
): TextConditions {
  const shownFields: ShownFields = new Map(
    categories.flatMap(({ id, form }) =>
      form ? [[id, [...fieldNames(shownForm(form, false))]]] : [],
    ),
  );
  return {
    query: readSearchQuery(text),
    number: readSoughtNumber(text),
    shownFields,
  };
}
