import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Caller } from '../desk/Caller';
import { readWords } from '../desk/tokens/secrets';
import { TooManyRequestsError } from '../http/sharing/errors';
import {
  type Answer,
  type PublicContext,
  type PublicHandler,
  type Visit,
  reporterAs,
} from './PublicContext';
import { inboxSteps } from './inboxSteps';
import { textsOf } from './pages/layout';
import { plainPage } from './pages/plainPage';
import { MAX_WORDS, signInPage } from './pages/signInPage';
import { showInbox } from './showInbox';
import { withFilesAgain } from './uploads';

/** Asks for the words. */
export const askForWords: PublicHandler = async (_context, { page }) => ({
  page: signInPage(page, { canSwitch: true }),
});

/** Opens an inbox, or does something in one that was opened. */
export const useInbox: PublicHandler = async (context, visit) => {
  const session = visit.form.text('session');
  if (session === '') {
    return openInbox(context, visit);
  }
  const texts = textsOf(visit.page);
  const ref = await context.tokens.subjectOf('inbox-session', session);
  if (ref === undefined) {
    const kept = writtenIn(visit);
    const page = signInPage(visit.page, { notice: texts.sessionOver, kept });
    return { page, status: 403 };
  }
  const step = inboxSteps[visit.form.text('do')] ?? inboxSteps.show;
  const opened = { session, caller: await reporterAs(context, ref) };
  try {
    return await step(context, visit, opened);
  } catch (error) {
    if (
      error instanceof NotFoundError ||
      error instanceof NotAllowedError ||
      error instanceof ConflictError
    ) {
      const rest = {
        failure: texts.notPossible,
        draft: writtenIn(visit),
        errors: withFilesAgain(visit.form.files, undefined, texts),
      };
      return showInbox(context, visit, opened, rest, 409);
    }
    throw error;
  }
};

/** What was written; other steps name a message in the same field. */
function writtenIn({ form }: Visit): string {
  return form.text('do') === 'reply' ? form.text('message') : '';
}

/** The words as a file, for those who keep them so. */
export const saveWords: PublicHandler = async (_context, { form, page }) => {
  const words = readWords(form.text('words').slice(0, MAX_WORDS));
  const texts = textsOf(page);
  return /^[a-z0-9-]{20,}$/.test(words)
    ? { text: texts.wordsFile(words), name: 'report.txt' }
    : { page: plainPage(page, missing(page)), status: 404 };
};

function missing(page: Visit['page']) {
  const texts = textsOf(page);
  return { title: texts.missingTitle, text: texts.missing };
}

async function openInbox(
  context: PublicContext,
  visit: Visit,
): Promise<Answer> {
  const texts = textsOf(visit.page);
  const kept = visit.form.text('message');
  const words = visit.form.text('words').slice(0, MAX_WORDS);
  const again = (status: number, why: { error?: string; notice?: string }) => ({
    status,
    page: signInPage(visit.page, { ...why, words, kept }),
  });
  try {
    const caller = await callerByWords(context, visit);
    if (!caller) {
      return again(403, { error: texts.wordsWrong });
    }
    const session = await context.tokens.issue('inbox-session', caller.ref);
    return await showInbox(
      context,
      visit,
      { session, caller },
      { draft: kept },
    );
  } catch (error) {
    if (error instanceof TooManyRequestsError) {
      const { retryAfter } = error;
      return { ...again(429, { notice: texts.wait(retryAfter) }), retryAfter };
    }
    throw error;
  }
}

/**
 * Undefined for wrong words. All words are looked up in the same way, and those
 * who try many wait, also for the right ones.
 */
async function callerByWords(
  context: PublicContext,
  { form, place }: Visit,
): Promise<Caller | undefined> {
  const words = readWords(form.text('words').slice(0, MAX_WORDS));
  const { limits, tokens } = context;
  limits.count('opening', place);
  const ref = await limits.tryWords(words, place, () =>
    tokens.subjectOf('inbox', words),
  );
  return ref === undefined ? undefined : reporterAs(context, ref);
}
