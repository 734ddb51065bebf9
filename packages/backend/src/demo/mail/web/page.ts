import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import type { KeptMail } from '../MailKeeper';
import type { InboxGroup } from '../inboxes';
import { type Html, html } from './html';
import { style } from './style';
import { type Language, words } from './words';

/** Shows new mails without disturbing who writes an answer. */
const refresh = `setInterval(async () => {
  const response = await fetch(location.href).catch(() => undefined);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const id of ['people', 'mails']) {
    const [now, next] = [document, page].map(it => it.getElementById(id));
    if (now && next && now.innerHTML !== next.innerHTML) now.innerHTML = next.innerHTML;
  }
}, 3000)`;

/** What a page is made of. */
export interface PageContent {
  readonly language: Language;
  readonly groups: readonly InboxGroup[];
  readonly unread: ReadonlyMap<string, number>;
  /** Whose inbox is open. */
  readonly address?: string;
  readonly mails?: readonly KeptMail[];
  /** Which of its mails is open. */
  readonly mail?: number;
  readonly main: Html;
}

/** Sends a page that loads nothing from elsewhere and runs only its own script. */
export function sendPage(response: Response, content: PageContent): void {
  const nonce = randomBytes(16).toString('base64');
  const { title } = words[content.language];
  response
    .set('Content-Type', 'text/html; charset=utf-8')
    .set('Cache-Control', 'no-store')
    // with less, browsers do not say where a form comes from
    .set('Referrer-Policy', 'same-origin')
    .set('X-Content-Type-Options', 'nosniff')
    .set(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'nonce-${nonce}'; connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    )
    .send(
      `<!DOCTYPE html>
<html lang="${content.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>${panes(content).markup}
<script nonce="${nonce}">${refresh}</script>
</body>
</html>
`,
    );
}

function panes(content: PageContent): Html {
  const { title } = words[content.language];
  return html`<header>
      <h1><a href="/">${title}</a></h1>
    </header>
    <div class="panes">
      <nav id="people">
        ${content.groups.map(group => people(group, content))}
      </nav>
      <nav id="mails">${mailList(content)}</nav>
      <main>${content.main}</main>
    </div>`;
}

function people(
  { title, inboxes }: InboxGroup,
  { language, unread, address }: PageContent,
): Html {
  const texts = words[language];
  return html`<h3>${title || texts.teams}</h3>
    ${inboxes.map(inbox => {
      const count = unread.get(inbox.address) ?? 0;
      return html`<a
        href="${pathOf(inbox.address)}"
        ${current(inbox.address === address)}
        ><span class="clip">${inbox.name}</span
        >${count > 0 ? html`<span class="count" aria-label="${count} ${texts.unread}">${count}</span>` : ''}</a
      >`;
    })}`;
}

function mailList({ language, address, mails, mail }: PageContent): Html {
  const texts = words[language];
  if (!address || !mails) return html``;
  return html`<div class="bar">
      <a class="button" href="${pathOf(address)}/new">${texts.write}</a>
    </div>
    ${mails.length === 0 ? html`<p class="bar">${texts.noMails}</p>` : ''}
    ${mails.map(
      it =>
        html`<a
          class="mail ${it.read ? '' : 'unread'}"
          href="/mails/${it.id}"
          ${current(it.id === mail)}
          ><span class="line"
            ><span class="clip"
              >${it.sent ? `${texts.to}: ` : ''}${it.sender}</span
            ><span class="soft">${timeText(it.at, language)}</span></span
          ><span class="clip">${it.subject || texts.noSubject}</span></a
        >`,
    )}`;
}

/** Where an inbox is. */
export function pathOf(address: string): string {
  return `/inboxes/${encodeURIComponent(address)}`;
}

/** A time of this machine's zone. */
export function timeText(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(language === 'de' ? 'de' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at);
}

function current(is: boolean): Html {
  return is ? html`aria-current="true"` : html``;
}
