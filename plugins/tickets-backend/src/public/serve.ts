import { randomBytes } from 'node:crypto';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { Request, RequestHandler, Response } from 'express';
import { errorForLog } from '../desk/errorForLog';
import { contentDisposition } from '../http/contentDisposition';
import { drainBody } from '../http/drainBody';
import { sendFile } from '../http/files/downloadFile';
import { FairQueue } from '../http/sharing/FairQueue';
import { TooManyRequestsError } from '../http/sharing/errors';
import { HungUpError, enterGate, takeTurn } from '../http/sharing/takeTurn';
import {
  type Answer,
  OUTSIDERS,
  type PublicContext,
  type PublicHandler,
  type Visit,
} from './PublicContext';
import { acceptedLanguage, chosenLanguage } from './language';
import { placeOf } from './limits/placeOf';
import { type PageContext, sizeText, textsOf } from './pages/layout';
import { plainPage } from './pages/plainPage';
import { styleHash } from './pages/style';
import {
  type Filled,
  MAX_FILE_SIZE,
  UnreadableFormError,
  readForm,
} from './readForm';

const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
  'Cache-Control': 'no-store',
};

const nothing: Filled = { text: () => '', files: [] };

/**
 * Takes from a request what says who sends it, before anything else sees it:
 * the portal's log of requests is written at their end.
 */
export const leaveNoTrace: RequestHandler = (request, response, next) => {
  for (const name of ['user-agent', 'referer', 'referrer', 'cookie']) {
    delete request.headers[name];
  }
  response.set(headers);
  next();
};

/**
 * Serves public pages. Requests of one place have their turn after those of
 * others, and all together are one to the gate, so that however many come, they
 * slow down nobody in the portal.
 */
export function publicServer(context: PublicContext) {
  const receiving = queue(8, 2);
  const working = queue(3, 1);

  return (handler: PublicHandler): RequestHandler =>
    async (request, response) => {
      const place = placeOf(request.ip);
      drainBody(request, response);
      try {
        context.limits.count('page', place);
        const form =
          request.method === 'POST'
            ? await takeTurn(
                receiving,
                response,
                { person: place, cost: 1 },
                () => readForm(request),
              )
            : nothing;
        const visit = visitOf(context, request, place, form);
        const answer = await takeTurn(
          working,
          response,
          { person: place, cost: 1 },
          async () => {
            const leave = await enterGate(context.gate, OUTSIDERS, response);
            return handler(context, visit).finally(leave);
          },
        );
        await send(answer, response);
      } catch (error) {
        const visit = visitOf(context, request, place, nothing);
        sendFailure(context, visit.page, error, { request, response });
      }
    };
}

function queue(atOnce: number, perPerson: number): FairQueue {
  return new FairQueue({
    atOnce,
    perPerson,
    waitingPerPerson: 10,
    waiting: 100,
  });
}

function visitOf(
  { context }: PublicContext,
  request: Request,
  place: string,
  form: Filled,
): Visit {
  const language =
    chosenLanguage(form.text('lang')) ??
    chosenLanguage(request.query.lang) ??
    acceptedLanguage(request.get('Accept-Language'), context.config.language);
  const depth = request.path.split('/').length - 2;
  return {
    place,
    language,
    page: { language, root: '../'.repeat(Math.max(0, depth)) },
    named: request.params,
    form,
  };
}

async function send(answer: Answer, response: Response): Promise<void> {
  if ('page' in answer) {
    if (answer.retryAfter !== undefined) {
      response.set('Retry-After', String(answer.retryAfter));
    }
    response
      .status(answer.status ?? 200)
      .type('html')
      .send(answer.page);
  } else if ('text' in answer) {
    response
      .set('Content-Disposition', contentDisposition('attachment', answer.name))
      .type('text/plain')
      .send(answer.text);
  } else {
    // never shown in place, which would take the inbox away
    await sendFile({ ...answer.file, harmless: false }, response);
  }
}

function sendFailure(
  { context }: PublicContext,
  page: PageContext,
  error: unknown,
  { request, response }: { request: Request; response: Response },
): void {
  const hungUp = error instanceof HungUpError || request.socket.destroyed;
  if (hungUp || response.headersSent) {
    response.destroy();
    return;
  }
  const texts = textsOf(page);
  const answer = (status: number, title: string, text: string) =>
    response.status(status).type('html').send(plainPage(page, { title, text }));
  if (error instanceof TooManyRequestsError) {
    response.set('Retry-After', String(error.retryAfter));
    answer(429, texts.waitTitle, texts.wait(error.retryAfter));
  } else if (error instanceof UnreadableFormError) {
    const text = texts.unreadable(sizeText(MAX_FILE_SIZE));
    answer(413, texts.unreadableTitle, text);
  } else if (error instanceof NotFoundError) {
    answer(404, texts.missingTitle, texts.missing);
  } else {
    logFailure(context, error);
    response.set('Retry-After', '60');
    const status = error instanceof ServiceUnavailableError ? 503 : 500;
    answer(status, texts.brokenTitle, texts.broken);
  }
}

/** The log says what failed, and nothing of the request. */
function logFailure(
  { logger }: Pick<PublicContext['context'], 'logger'>,
  error: unknown,
): void {
  const id = randomBytes(10).toString('hex');
  logger.error(`A public page failed (${id})`, errorForLog(error));
}
