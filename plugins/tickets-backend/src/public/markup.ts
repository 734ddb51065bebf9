/** A piece of a page, in which everything that came from outside is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Content = Html | string | number | false | undefined | readonly Content[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands between tags or in a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => escapes[character]);
}

/** Writes a piece of a page: what is filled in is text, unless it is a piece. */
export function markup(
  pieces: TemplateStringsArray,
  ...contents: readonly Content[]
): Html {
  return new Html(
    pieces.reduce(
      (page, piece, at) => page + written(contents[at - 1]) + piece,
    ),
  );
}

function written(content: Content): string {
  if (content instanceof Html) {
    return content.text;
  }
  if (typeof content === 'object') {
    return content.map(written).join('');
  }
  return content === undefined || content === false
    ? ''
    : escaped(String(content));
}
