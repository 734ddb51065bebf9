import Handlebars from 'handlebars';
import { isHtml } from './templateNames';

/** Makes text of data. */
export type Template = (data: object) => string;

/** A runtime of its own: nobody else's helpers and partials. */
const handlebars = Handlebars.create();

/**
 * Reads a template.
 *
 * @param file - named in errors
 * @throws Error that names the file and the line of a mistake, also where it
 *   shows only when data is filled in
 */
export function compileTemplate(source: string, file: string): Template {
  const render = withPlace(file, () => {
    const parsed = handlebars.parse(source);
    return handlebars.compile(parsed, {
      // a name that there is not is a mistake
      strict: true,
      knownHelpersOnly: true,
      noEscape: !isHtml(file),
    });
  });
  return data =>
    withPlace(file, () =>
      render(data, { allowProtoPropertiesByDefault: false }).trim(),
    );
}

function withPlace<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Mistake in the mail template ${file}, line ${lineOf(error, text)}: ${text}`,
    );
  }
}

/** Errors of the parser say it in their text, others as a property or there. */
function lineOf(error: unknown, text: string): string {
  const { lineNumber } = error as { lineNumber?: number };
  const [, line] =
    text.match(/on line (\d+)/) ?? text.match(/ - (\d+):\d+$/) ?? [];
  return lineNumber !== undefined ? String(lineNumber) : (line ?? '1');
}
