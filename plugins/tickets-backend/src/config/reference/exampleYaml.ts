import { Document, isMap, visit } from 'yaml';

/** What fits in so many characters is written in one line. */
const LINE = 60;

/** A value as a person would write it in app-config.yaml. */
export function exampleYaml(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Collection(_key, node, path) {
      const isListOfObjects =
        path.length === 1 && !isMap(node) && node.items.some(isMap);
      if (!isListOfObjects && fitsInLine(node.toJSON())) {
        node.flow = true;
        return visit.SKIP;
      }
      return undefined;
    },
  });
  return textOf(document);
}

function fitsInLine(value: unknown): boolean {
  const document = new Document(value);
  visit(document, {
    Collection(_key, node) {
      node.flow = true;
    },
  });
  const text = textOf(document);
  return text.length <= LINE && !/\n|\\n/.test(text);
}

/** Text that looks like a time, a date or an object. */
const NEEDS_QUOTES = /^\d+[:-]|(?<!\$)\{/;

/** Lists in one line have no spaces inside of their brackets. */
function textOf(document: Document): string {
  visit(document, {
    Scalar(_key, node) {
      const { value } = node;
      if (typeof value === 'string' && NEEDS_QUOTES.test(value)) {
        node.type = value.includes('\n') ? 'BLOCK_LITERAL' : 'QUOTE_SINGLE';
      }
    },
  });
  return document
    .toString({ lineWidth: 0, singleQuote: true })
    .replaceAll('[ ', '[')
    .replaceAll(' ]', ']')
    .trimEnd();
}
