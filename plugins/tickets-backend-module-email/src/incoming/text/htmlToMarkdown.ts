import TurndownService from 'turndown';
import { escapeMarkdown } from './plainToMarkdown';

/** Longer HTML is given up on: nobody writes so much, and it takes seconds. */
const MAX_HTML = 400_000;

/** As many tags as no letter has; items of long lists take longer and longer. */
const MAX_TAGS = 40_000;

/** As much space as no letter has in one place, in characters. */
const MAX_SPACE = 5_000;

/** What is seen as space, whatever is written for it. */
const SPACE =
  /^(\s|<br\b|&(nbsp|[a-z]{0,12}space|[a-z]{1,8}sp1?[34]?|tab|newline|#0*(9|1[0-3]|32|160|5760|81[0-9]{2}|82[0-9]{2}|12288|65279)|#x0*([9a-d]|20|a0|1680|20[0-9a-f]{2}|3000|feff))(;|$))/i;

/** How many elements may be open at once: with their square it takes longer. */
const MAX_OPEN = 200;

/** Those that end without a tag of their own, when another one begins or at once. */
const ENDING =
  /^(p|li|d[dt]|t[dhr]|tbody|thead|tfoot|option|br|hr|img|input|col|meta|link|area|base|wbr|source)$/i;

/**
 * Markdown of what a person wrote as HTML, with nothing that runs, loads or
 * hides; undefined where it cannot be made.
 */
export function htmlToMarkdown(html: string): string | undefined {
  if (html.length > MAX_HTML || isTooDeep(html) || isTooSparse(html)) {
    return undefined;
  }
  return converter().turndown(html).trim();
}

function isTooDeep(html: string): boolean {
  let open = 0;
  for (const [, closing, name] of html.matchAll(/<(\/?)([a-z][a-z0-9:]*)/gi)) {
    if (!ENDING.test(name)) {
      open = Math.max(0, open + (closing ? -1 : 1));
    }
    if (open > MAX_OPEN) {
      return true;
    }
  }
  return false;
}

/** What is long and empty takes time that grows with its square. */
function isTooSparse(html: string): boolean {
  let space = 0;
  let tags = 0;
  for (const [piece] of html.matchAll(/<[^<>]*>|&#?\w{1,12};?|[^]/g)) {
    tags += piece.length > 1 && piece.startsWith('<') ? 1 : 0;
    if (SPACE.test(piece)) {
      space += 1;
    } else if (!/^<[^]/.test(piece)) {
      space = 0;
    }
    if (space > MAX_SPACE || tags > MAX_TAGS) {
      return true;
    }
  }
  return false;
}

function converter(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
  });
  service.escape = text =>
    escapeMarkdown(text).replace(
      /^(\s*)(#{1,6}\s|>|[-+]\s|\d+[.)]\s)/,
      '$1\\$2',
    );
  service.remove(['script', 'style', 'title', 'noscript', 'iframe', 'object']);
  service.addRule('hidden', {
    filter: node => isHidden(node.getAttribute('style') ?? ''),
    replacement: () => '',
  });
  service.addRule('pictures', {
    filter: 'img',
    replacement: (_content, node) => pictureText(node as Element),
  });
  service.addRule('links', {
    filter: 'a',
    replacement: (content, node) =>
      linkText(content, (node as Element).getAttribute('href') ?? ''),
  });
  service.addRule('struck', {
    filter: ['del', 's', 'strike' as 'del'],
    replacement: content => (content.trim() ? `~~${content}~~` : ''),
  });
  service.addRule('cells', {
    filter: ['td', 'th'],
    replacement: content => `${content.trim()} `,
  });
  service.addRule('rows', {
    filter: 'tr',
    replacement: content => `\n${content.trim()}  \n`,
  });
  return service;
}

function isHidden(style: string): boolean {
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** Pictures of the mail are its files; those from elsewhere are left out. */
function pictureText(picture: Element): string {
  const source = picture.getAttribute('src') ?? '';
  const text = picture.getAttribute('alt')?.trim() ?? '';
  return source.startsWith('cid:')
    ? `\\[${escapeMarkdown(text || 'image')}\\]`
    : escapeMarkdown(text);
}

/** An address in which nothing ends the brackets around it. */
function inBrackets(url: string): string {
  return url
    .replace(/[[\]\s<>\\]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
}

function linkText(content: string, href: string): string {
  const text = content.replace(/\s+/g, ' ').trim();
  const url = href.trim();
  if (!text || !/^(https?:|mailto:)/i.test(url)) {
    return content;
  }
  const bare = url.replace(/^mailto:/i, '');
  // what looks like its own address is shown once
  if (text.replaceAll('\\', '') === bare && !/[[\]!`*]/.test(bare)) {
    return bare;
  }
  return `[${text}](${inBrackets(url)})`;
}
