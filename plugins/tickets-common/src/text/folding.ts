/**
 * A text without what people do not tell it by: without case, without accents,
 * and with one form for letters of several widths and shapes. What is equal
 * after this is the same word to a search, the same name of a saved view, and
 * stands side by side in a sorted list.
 * @public
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  return isAscii(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .toLowerCase()
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replaceAll('ß', 'ss')
        .replaceAll('ς', 'σ');
}

const ASCII = /^\p{ASCII}*$/u;

/**
 * Whether a text has no letters but those of English: such a text is folded by
 * its case alone, and quicker to read.
 * @public
 */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}
