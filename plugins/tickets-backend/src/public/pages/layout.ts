import type { Language } from '../../config/DeskConfig';
import { Html, escaped, markup } from '../markup';
import { type PublicTexts, publicTexts } from '../texts';
import { style } from './style';

/** Where and in which language a page is shown. */
export interface PageContext {
  readonly language: Language;
  /** What leads from the address of the page to `/public/`: `''` or `../`. */
  readonly root: string;
}

/** What is said of a page as a whole. */
export interface PageFrame {
  readonly title: string;
  /** Whether another language is an address; else a form leads there. */
  readonly canSwitch?: boolean;
  /** Whether something has to be looked at. */
  readonly failed?: boolean;
}

/** The texts of a page. */
export function textsOf({ language }: PageContext): PublicTexts {
  return publicTexts[language];
}

/** A whole page, as it is sent. */
export function page(
  context: PageContext,
  { title, canSwitch = false, failed = false }: PageFrame,
  content: Html,
): string {
  const texts = textsOf(context);
  const other = context.language === 'de' ? 'en' : 'de';
  const shown = failed ? `${texts.brokenTitle} – ${title}` : title;
  const switcher =
    canSwitch &&
    markup`<a href="?lang=${other}" hreflang="${other}" lang="${other}"
      >${texts.switchLanguage}</a
    >`;
  const body = markup`<header><span></span>${switcher}</header>
    <main>
      <h1>${title}</h1>
      ${content}
    </main>
    <footer><p>${texts.nothingKept}</p></footer>`;
  return `<!doctype html>
<html lang="${context.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${escaped(shown)}</title>
<style>${style}</style>
</head>
<body>
${body.text}
</body>
</html>
`;
}

/** A text whose empty lines begin paragraphs. */
export function paragraphs(text: string): Html {
  const each = text
    .split(/\n\s*\n/)
    .map(paragraph => `<p class="text">${escaped(paragraph.trim())}</p>`);
  return new Html(each.join('<br>'));
}

/** A day, without the time. */
export function dayText({ language }: PageContext, instant: string): string {
  const format = new Intl.DateTimeFormat(
    language === 'de' ? 'de-DE' : 'en-GB',
    {
      dateStyle: 'long',
      timeZone: 'UTC',
    },
  );
  return format.format(new Date(instant));
}

/** A size as people read it, such as `1 MB`. */
export function sizeText(bytes: number): string {
  return `${Math.floor(bytes / 1_000_000)} MB`;
}
