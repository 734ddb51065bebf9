import { type Request, type Response, type Router, urlencoded } from 'express';
import PromiseRouter from 'express-promise-router';
import { simpleParser } from 'mailparser';
import type { SendMailOptions } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Inbox } from '../inboxes';
import { answerTo } from './answers';
import { type Html, html } from './html';
import { mailView, newMailForm } from './mailView';
import { type PageContent, sendPage } from './page';
import type { InboxOptions } from './InboxOptions';
import { type Language, words } from './words';

/** The pages on which the demo people read and write mails. */
export function createInboxRouter({
  desk,
  keeper,
  readInboxes,
  send,
}: Omit<InboxOptions, 'port'>): Router {
  const router = PromiseRouter();
  const form = urlencoded({ extended: false, limit: '500kb' });

  async function show(
    request: Request,
    response: Response,
    content: Pick<PageContent, 'address' | 'mail' | 'main'>,
  ): Promise<void> {
    const { address } = content;
    sendPage(response, {
      ...content,
      language: languageOf(request),
      groups: await readInboxes(),
      unread: await keeper.unread(),
      mails: address === undefined ? undefined : await keeper.list(address),
    });
  }

  async function inboxOf(address: string): Promise<Inbox | undefined> {
    return (await readInboxes())
      .flatMap(({ inboxes }) => inboxes)
      .find(inbox => inbox.address === address);
  }

  const notFound = (request: Request, response: Response) =>
    show(request, response.status(404), {
      main: text(words[languageOf(request)].notFound),
    });

  /** Sends a mail of a person, and keeps it among theirs. */
  async function sendAs(from: Inbox, mail: SendMailOptions): Promise<number> {
    const raw = await new MailComposer({ ...mail, from }).compile().build();
    const to = [mail.to ?? []].flat();
    await send({ envelope: { from: from.address, to }, raw });
    return keeper.keep(from.address, raw, { sent: true });
  }

  router.get('/', (request, response) =>
    show(request, response, { main: text(words[languageOf(request)].intro) }),
  );

  router.get('/inboxes/:address', async (request, response) => {
    const inbox = await inboxOf(request.params.address);
    if (!inbox) return notFound(request, response);
    const main = text(words[languageOf(request)].chooseMail);
    return show(request, response, { address: inbox.address, main });
  });

  router.get('/inboxes/:address/new', async (request, response) => {
    const inbox = await inboxOf(request.params.address);
    if (!inbox) return notFound(request, response);
    const { address } = inbox;
    const main = newMailForm(address, languageOf(request));
    return show(request, response, { address, main });
  });

  router.post('/inboxes/:address/new', form, async (request, response) => {
    const inbox = await inboxOf(request.params.address);
    if (!inbox) return notFound(request, response);
    const { subject = '', text: body = '' } = request.body;
    const id = await sendAs(inbox, {
      to: desk,
      subject: String(subject),
      text: String(body),
    });
    return response.redirect(303, `/mails/${id}?sent`);
  });

  router.get('/mails/:id', async (request, response) => {
    const mail = await keeper.open(numberOf(request));
    // the desk's own mailbox has no page
    if (!mail || mail.address === desk) return notFound(request, response);
    const main = mailView(mail, await simpleParser(mail.raw), {
      language: languageOf(request),
      sent: 'sent' in request.query,
    });
    const { address, id } = mail;
    return show(request, response, { address, mail: id, main });
  });

  router.post('/mails/:id/answer', form, async (request, response) => {
    const mail = await keeper.open(numberOf(request));
    const inbox = mail && (await inboxOf(mail.address));
    if (!mail || !inbox) return notFound(request, response);
    const answer = answerTo(await simpleParser(mail.raw), {
      from: inbox,
      text: String(request.body.text ?? ''),
      language: languageOf(request),
    });
    const id = await sendAs(inbox, answer);
    return response.redirect(303, `/mails/${id}?sent`);
  });

  return router;
}

function text(content: string): Html {
  return html`<p>${content}</p>`;
}

function languageOf(request: Request): Language {
  return request.acceptsLanguages('en', 'de') === 'de' ? 'de' : 'en';
}

function numberOf({ params }: Request): number {
  return /^\d{1,9}$/.test(params.id) ? Number(params.id) : -1;
}
