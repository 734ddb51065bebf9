import { createHash } from 'node:crypto';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { ReportChannel } from '../config/DeskConfig';
import { newReporter } from '../desk/anonymous/anonymousCaller';
import { reportAnonymously } from '../desk/anonymous/reportAnonymously';
import { InvalidRequestError } from '../desk/errors';
import { TooManyRequestsError } from '../http/sharing/errors';
import {
  type Answer,
  OUTSIDERS,
  type PublicContext,
  type PublicHandler,
  type Visit,
  reporterAs,
} from './PublicContext';
import { keyOfMark } from './FormMarks';
import type { FieldErrors } from './pages/fields';
import { textsOf } from './pages/layout';
import {
  type ReportDraft,
  channelsPage,
  reportPage,
} from './pages/reportPages';
import { sentBeforePage, sentPage } from './pages/sentPages';
import type { SentFile } from './readForm';
import { draftOf, errorsOf, errorsOfReport } from './readDraft';
import { publicTexts } from './texts';
import { checkFiles, upload, withFilesAgain } from './uploads';

/** As how many requests a report counts: a team is notified of it. */
const REPORT_REQUESTS = 10;

/** When to try again what does not work at the moment, in seconds. */
const LATER = 60;

/** The forms there are; the only one is shown at once. */
export const showChannels: PublicHandler = async (context, visit) => {
  const { channels } = context.context.config.publicPages;
  return {
    page:
      channels.length === 1
        ? formPage(context, visit, channels[0], {})
        : channelsPage(visit.page, channels),
  };
};

/** The form of a channel. */
export const showForm: PublicHandler = async (context, visit) => ({
  page: formPage(context, visit, channelOf(context, visit), {}),
});

/** Takes a report, or shows what is wrong with it. */
export const sendReport: PublicHandler = async (context, visit) => {
  const channel = channelOf(context, visit);
  const texts = textsOf(visit.page);
  const draft = draftOf(visit.form);
  const mark = visit.form.text('mark');
  const again = (status: number, why: Parameters<typeof formPage>[3]) => ({
    status,
    page: formPage(context, visit, channel, {
      draft,
      ...why,
      errors: withFilesAgain(visit.form.files, why.errors, texts),
    }),
  });
  if (!context.marks.isGood(mark)) {
    return again(400, { notice: texts.formTooOld });
  }
  const checked = checkFiles(visit.form.files, texts);
  const errors: FieldErrors = {
    ...(draft.website !== '' && { website: texts.honeypotFilled }),
    ...(needsCategory(channel, draft) && { category: texts.needed.category }),
    ...errorsOfReport(draft, texts),
    ...(checked.error !== undefined && { files: checked.error }),
  };
  if (Object.keys(errors).length > 0) {
    return again(400, { errors });
  }
  try {
    context.limits.count('report', visit.place);
    return await file(context, visit, { channel, draft, mark, ...checked });
  } catch (error) {
    if (error instanceof InvalidRequestError) {
      return again(400, { errors: errorsOf(error.issues, texts) });
    }
    if (error instanceof TooManyRequestsError) {
      const { retryAfter } = error;
      return { ...again(429, { notice: texts.wait(retryAfter) }), retryAfter };
    }
    if (error instanceof ServiceUnavailableError) {
      return { ...again(503, { notice: texts.broken }), retryAfter: LATER };
    }
    throw error;
  }
};

async function file(
  context: PublicContext,
  { page }: Visit,
  {
    channel,
    draft,
    mark,
    files,
  }: {
    readonly channel: ReportChannel;
    readonly draft: ReportDraft;
    readonly mark: string;
    readonly files: ReturnType<typeof checkFiles>['files'];
  },
): Promise<Answer> {
  const { config } = context.context;
  const { contactLine } = publicTexts[config.language];
  const { category, subject, message, contact } = draft;
  context.gate.charge(OUTSIDERS, REPORT_REQUESTS - 1);
  const sent = { channel: channel.id, mark, draft, files: files.map(digestOf) };
  const words = await context.justSent.words(sent, () =>
    context.lanes.writing.run({ person: OUTSIDERS }, async () => {
      const caller = await reporterAs(context, newReporter());
      const attachments = await upload(context, caller, files);
      const report = {
        subject,
        message: contact ? `${message}\n\n${contactLine(contact)}` : message,
        category,
        attachments,
      };
      return reportAnonymously(
        context.context,
        context.tokens,
        caller,
        channel,
        { report, form: keyOfMark(mark, channel.id) },
      );
    }),
  );
  return {
    page: words === undefined ? sentBeforePage(page) : sentPage(page, words),
  };
}

function digestOf({ content }: SentFile): string {
  return createHash('sha256').update(content).digest('base64');
}

function needsCategory(
  { categories }: ReportChannel,
  { category }: ReportDraft,
): boolean {
  return categories.length > 0 && !categories.includes(category);
}

/** @throws NotFoundError unless the path names a channel */
function channelOf(
  { context }: PublicContext,
  { named }: Visit,
): ReportChannel {
  const { channels } = context.config.publicPages;
  const channel = channels.find(({ id }) => id === named.channel);
  if (!channel) {
    throw new NotFoundError('There is no such channel');
  }
  return channel;
}

function formPage(
  { context, marks }: PublicContext,
  { page }: Visit,
  channel: ReportChannel,
  rest: {
    readonly draft?: ReportDraft;
    readonly errors?: FieldErrors;
    readonly notice?: string;
  },
): string {
  const categories = context.config.categories.filter(({ id }) =>
    channel.categories.includes(id),
  );
  return reportPage(page, { channel, categories, mark: marks.make(), ...rest });
}
