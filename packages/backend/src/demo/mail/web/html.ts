/** Markup that is safe to send. */
export class Html {
  constructor(readonly markup: string) {}
}

type Value = Html | readonly Html[] | string | number;

/** Markup in which every text is shown as text. */
export function html(
  pieces: TemplateStringsArray,
  ...values: readonly Value[]
): Html {
  return new Html(
    pieces
      .map((piece, index) => piece + markupOf(values[index] ?? ''))
      .join(''),
  );
}

function markupOf(value: Value): string {
  if (value instanceof Html) return value.markup;
  if (Array.isArray(value)) return value.map(markupOf).join('');
  return String(value).replace(
    /[&<>"']/g,
    character => `&#${character.charCodeAt(0)};`,
  );
}
