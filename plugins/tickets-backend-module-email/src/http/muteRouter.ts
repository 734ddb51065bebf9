import { type Response, type Router, urlencoded } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Language } from '../config/schema';
import { TOKEN_LENGTH, type MailTokens } from '../tokens/MailTokens';
import type { MutedTickets } from '../tokens/MutedTickets';

interface MuteOptions {
  readonly tokens: Pick<MailTokens, 'ownerOf'>;
  readonly muted: MutedTickets;
  readonly language: Language;
}

interface MuteWords {
  readonly title: string;
  readonly muted: string;
  readonly mailed: string;
  readonly mute: string;
  readonly unmute: string;
  readonly unknown: string;
}

const words: Readonly<Record<Language, MuteWords>> = {
  en: {
    title: 'Mails about this ticket',
    muted: 'You no longer get mails about this ticket.',
    mailed: 'You get mails about this ticket.',
    mute: 'No further mails about this ticket',
    unmute: 'Get mails about this ticket again',
    unknown: 'This link is not valid.',
  },
  de: {
    title: 'Mails zu diesem Ticket',
    muted: 'Sie bekommen keine Mails mehr zu diesem Ticket.',
    mailed: 'Sie bekommen Mails zu diesem Ticket.',
    mute: 'Keine Mails mehr zu diesem Ticket',
    unmute: 'Wieder Mails zu diesem Ticket bekommen',
    unknown: 'Dieser Link ist nicht gültig.',
  },
};

/**
 * Where people say that they want no further mails about a ticket. Nothing changes
 * by following the link, since programs that look for harm follow all links.
 */
export function createMuteRouter({
  tokens,
  muted,
  language,
}: MuteOptions): Router {
  const router = PromiseRouter();
  const texts = words[language];

  const ownerOf = (token: string) =>
    token.length === TOKEN_LENGTH ? tokens.ownerOf('mute', token) : undefined;

  router.get('/:token', async (request, response) => {
    const owner = await ownerOf(request.params.token);
    if (!owner) {
      send(response.status(404), language, `<p>${texts.unknown}</p>`);
      return;
    }
    const isMuted = await muted.isMuted(owner.ticketId, owner.address);
    send(
      response,
      language,
      `<p>${isMuted ? texts.muted : texts.mailed}</p>
<form method="post"><button name="mute" value="${isMuted ? 'no' : 'yes'}">${
        isMuted ? texts.unmute : texts.mute
      }</button></form>`,
    );
  });

  router.post(
    '/:token',
    urlencoded({ extended: false, limit: '10kb' }),
    async (request, response) => {
      const owner = await ownerOf(request.params.token);
      if (!owner) {
        send(response.status(404), language, `<p>${texts.unknown}</p>`);
        return;
      }
      // mail programs post `List-Unsubscribe=One-Click`
      const again = request.body?.mute === 'no';
      await (again
        ? muted.unmute(owner.ticketId, owner.address)
        : muted.mute(owner.ticketId, owner.address));
      send(response, language, `<p>${again ? texts.mailed : texts.muted}</p>`);
    },
  );

  return router;
}

function send(response: Response, language: Language, content: string): void {
  const { title } = words[language];
  response
    .set('Content-Type', 'text/html; charset=utf-8')
    .set('Cache-Control', 'no-store')
    .set('Referrer-Policy', 'no-referrer')
    .set('X-Robots-Tag', 'noindex')
    .set(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    ).send(`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>:root { color-scheme: light dark } body { font: 16px/1.5 sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem } button { font: inherit; padding: .5rem 1rem }</style>
</head>
<body>
<h1>${title}</h1>
${content}
</body>
</html>
`);
}
