/** As much of a line as tells what it is; more would take long to look at. */
const LOOKED_AT = 500;

/** What a person wrote, and what their mail program put below it. */
export interface CutText {
  readonly own: string;
  /** Undefined where there is nothing below. */
  readonly quoted?: string;
}

/**
 * Parts the answer from the mail that it answers to. Answers between quoted
 * lines stay, and where nothing would be left, all stays.
 *
 * @param text - Markdown
 */
export function cutQuotes(text: string): CutText {
  const lines = text.split('\n');
  const at = Math.min(originalBegins(lines), trailingQuoteBegins(lines));
  const own = lines.slice(0, at).join('\n').trim();
  const quoted = lines.slice(at).join('\n').trim();
  return own === '' || quoted === '' ? { own: text.trim() } : { own, quoted };
}

/** `> ` lines up to the end, with the line above that says whose they are. */
function trailingQuoteBegins(lines: readonly string[]): number {
  let at = lines.length;
  let quotes = 0;
  while (at > 0 && (isBlank(lines[at - 1]) || isQuote(lines[at - 1]))) {
    at -= 1;
    quotes += isQuote(lines[at]) ? 1 : 0;
  }
  if (quotes === 0) {
    return lines.length;
  }
  return attributionAbove(lines, at);
}

/** "On …, … wrote:" stands in one line or is broken into up to three. */
function attributionAbove(lines: readonly string[], at: number): number {
  for (let count = 1; count <= 3 && count <= at; count += 1) {
    const above = lines.slice(at - count, at).join(' ');
    if (above.length <= LOOKED_AT && isAttribution(plain(above))) {
      return at - count;
    }
  }
  return at;
}

const WROTE =
  /(wrote|writes|schrieb|schreibt|geschrieben|a écrit|escribió|ha scritto|schreef)\s*:?$/i;
const WHEN = /\d/;

function isAttribution(text: string): boolean {
  return (
    text.length < 300 &&
    WHEN.test(text) &&
    (WROTE.test(text) || /^(am|on|le|el|il|op)\b.*:$/i.test(text)) &&
    /:\s*$/.test(text)
  );
}

const ORIGINAL =
  /^-{2,}\s*(original message|ursprüngliche nachricht|original-nachricht|originalnachricht|message d'origine)\s*-{2,}$/i;
const FROM = /^(from|von)\s*:\s*\S/i;
const SENT = /^(sent|date|gesendet|datum)\s*:\s*\S/i;
const TO = /^(to|an)\s*:\s*\S/i;
const SUBJECT = /^(subject|betreff)\s*:/i;

/** The head that Outlook puts above the mail that is answered, and all below. */
function originalBegins(lines: readonly string[]): number {
  const found = lines.findIndex((line, index) => {
    const text = plain(line);
    return (
      ORIGINAL.test(text) ||
      (FROM.test(text) && isHead(lines.slice(index, index + 8)))
    );
  });
  if (found < 0) {
    return lines.length;
  }
  // the rule that some draw above it belongs to it
  let at = found;
  while (at > 0 && /^([*_-]\s?){3,}$|^$/.test(plain(lines[at - 1]))) {
    at -= 1;
  }
  return at;
}

/** One line alone can be a customer's own: "From: Berlin". */
function isHead(lines: readonly string[]): boolean {
  const texts = lines.flatMap(line => line.split(/ {2}$/)).map(plain);
  const has = (form: RegExp) => texts.some(text => form.test(text));
  return has(SENT) && has(SUBJECT) && has(TO);
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

function isQuote(line: string): boolean {
  return line.startsWith('>');
}

/** The beginning of a line without the signs of Markdown. */
function plain(line: string): string {
  return line
    .slice(0, LOOKED_AT)
    .replace(/\*\*|\\(?=[^a-z0-9\s])/gi, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim();
}
