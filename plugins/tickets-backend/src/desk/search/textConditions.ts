import { fieldNames } from '../../domain/forms/formLevels';
import { type CategoryForm, shownForm } from '../../domain/forms/forms';
import { readSearchQuery } from '../../domain/search/searchQuery';
import { readSoughtNumber } from '../../domain/ticketNumbers';
import type { ShownFields } from '../../store/search/readableTexts';
import type { TextConditions } from '../../store/search/whereMatchesText';

/** What of a desk's configuration decides who is found by which field. */
interface Categories {
  readonly categories: readonly {
    readonly id: string;
    readonly form?: CategoryForm;
  }[];
}

/** What the store is asked for when somebody looks for this text. */
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
