import type { ParsedMail } from 'mailparser';
import type { KeptMail } from '../MailKeeper';
import { type Html, html } from './html';
import { pathOf, timeText } from './page';
import { type Language, words } from './words';

/** A mail with what is needed to answer it. */
export function mailView(
  mail: KeptMail,
  parsed: ParsedMail,
  { language, sent }: { language: Language; sent: boolean },
): Html {
  const texts = words[language];
  const files = parsed.attachments.map(({ filename }) => filename ?? '…');
  return html`${sent ? html`<p class="notice" role="status">${texts.sent}</p>` : ''}
    <h2>${mail.subject || texts.noSubject}</h2>
    <div class="soft">
      ${texts.from}: ${parsed.from?.text ?? ''}<br />
      ${texts.to}:
      ${[parsed.to ?? []]
        .flat()
        .map(({ text }) => text)
        .join(', ')}<br />
      ${timeText(mail.at, language)}
      ${files.length > 0 ? html`<br />${texts.files}: ${files.join(', ')}` : ''}
    </div>
    ${bodyOf(parsed)} ${mail.sent ? '' : answerForm(mail, parsed, language)}`;
}

/** HTML in a frame that runs no scripts and loads no pictures from elsewhere. */
function bodyOf({ html: markup, text = '', subject = '' }: ParsedMail): Html {
  if (!markup) return html`<pre>${text}</pre>`;
  return html`<iframe
    title="${subject}"
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    srcdoc="${`<base target="_blank">${markup}`}"
  ></iframe>`;
}

function answerForm(
  { id }: KeptMail,
  parsed: ParsedMail,
  language: Language,
): Html {
  const texts = words[language];
  const to = (parsed.replyTo ?? parsed.from)?.text ?? '';
  return html`<form method="post" action="/mails/${id}/answer">
    <label for="text">${texts.answerTo} <span class="soft">${to}</span></label>
    <textarea id="text" name="text" required maxlength="50000"></textarea>
    <button>${texts.answer}</button>
  </form>`;
}

/** Where a person writes to the desk of their own accord. */
export function newMailForm(address: string, language: Language): Html {
  const texts = words[language];
  return html`<h2>${texts.write}</h2>
    <form method="post" action="${pathOf(address)}/new">
      <label for="subject">${texts.subject}</label>
      <input id="subject" name="subject" required maxlength="200" />
      <label for="text">${texts.message}</label>
      <textarea id="text" name="text" required maxlength="50000"></textarea>
      <button>${texts.send}</button>
    </form>`;
}
