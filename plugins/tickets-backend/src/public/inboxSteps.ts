import { deleteUnread } from '../desk/anonymous/deleteUnread';
import { InvalidRequestError } from '../desk/errors';
import { TooManyRequestsError } from '../http/sharing/errors';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import {
  type Answer,
  OUTSIDERS,
  type PublicContext,
  type Visit,
} from './PublicContext';
import { keyOfMark } from './FormMarks';
import type { FieldErrors } from './pages/fields';
import { textsOf } from './pages/layout';
import { plainPage } from './pages/plainPage';
import { errorsOf, errorsOfReply } from './readDraft';
import { type OpenedInbox, showInbox } from './showInbox';
import { checkFiles, upload, withFilesAgain } from './uploads';

/** Something that a reporter does in their inbox. */
type InboxStep = (
  context: PublicContext,
  visit: Visit,
  inbox: OpenedInbox,
) => Promise<Answer>;

/** As how many requests a message counts. */
const MESSAGE_REQUESTS = 5;

const leave: InboxStep = async (context, { page }, { caller }) => {
  const { ref: subject } = caller;
  await context.tokens.revoke({ subject, purpose: 'inbox-session' });
  const texts = textsOf(page);
  return {
    page: plainPage(page, {
      title: texts.leftTitle,
      text: texts.left,
      link: { to: 'inbox', text: texts.openInbox },
    }),
  };
};

const close: InboxStep = async (context, visit, inbox) => {
  const target = { ticket: visit.form.text('ticket') };
  await context.desk.closeTicket(inbox.caller, target, {});
  const notice = textsOf(visit.page).closed;
  return showInbox(context, visit, inbox, { notice });
};

const reopen: InboxStep = async (context, visit, inbox) => {
  const target = { ticket: visit.form.text('ticket') };
  await context.desk.reopenTicket(inbox.caller, target, {});
  const notice = textsOf(visit.page).reopened;
  return showInbox(context, visit, inbox, { notice });
};

const deleteMessage: InboxStep = async (context, visit, inbox) => {
  const texts = textsOf(visit.page);
  const { form } = visit;
  try {
    await deleteUnread(
      context.context,
      inbox.caller,
      form.text('ticket'),
      form.text('message'),
    );
  } catch (error) {
    if (error instanceof ConflictError) {
      const failure = texts.deleteTooLate;
      return showInbox(context, visit, inbox, { failure }, 409);
    }
    throw error;
  }
  return showInbox(context, visit, inbox, { notice: texts.messageDeleted });
};

const download: InboxStep = async ({ desk }, { form }, { caller }) => ({
  file: await desk.downloadFile(caller, form.text('file')),
});

const reply: InboxStep = async (context, visit, inbox) => {
  const texts = textsOf(visit.page);
  const body = visit.form.text('message');
  const again = (
    status: number,
    why: { failure?: string; errors?: FieldErrors },
  ) => {
    const errors = withFilesAgain(visit.form.files, why.errors, texts);
    const rest = { draft: body, ...why, errors };
    return showInbox(context, visit, inbox, rest, status);
  };
  if (!context.marks.isGood(visit.form.text('mark'))) {
    return again(400, { failure: texts.formTooOld });
  }
  const checked = checkFiles(visit.form.files, texts);
  const isEmpty = body.trim() === '';
  const errors: FieldErrors = {
    ...(isEmpty && checked.files.length > 0
      ? {}
      : errorsOfMessage(body, texts)),
    ...(checked.error !== undefined && { files: checked.error }),
  };
  if (Object.keys(errors).length > 0) {
    return again(400, { errors });
  }
  try {
    context.limits.count('message', visit.place);
    await write(context, visit, inbox, isEmpty ? '' : body, checked.files);
    return await showInbox(context, visit, inbox, { notice: texts.replySent });
  } catch (error) {
    if (error instanceof InvalidRequestError) {
      return again(400, { errors: errorsOf(error.issues, texts) });
    }
    if (error instanceof TooManyRequestsError) {
      const { retryAfter } = error;
      const failure = texts.wait(retryAfter);
      return { ...(await again(429, { failure })), retryAfter };
    }
    if (error instanceof ServiceUnavailableError) {
      return again(503, { failure: texts.broken });
    }
    throw error;
  }
};

function errorsOfMessage(
  body: string,
  texts: ReturnType<typeof textsOf>,
): FieldErrors {
  return body.trim() === ''
    ? { message: texts.needed.reply }
    : errorsOfReply(body, texts);
}

async function write(
  context: PublicContext,
  { form }: Visit,
  { caller }: OpenedInbox,
  body: string,
  files: ReturnType<typeof checkFiles>['files'],
): Promise<void> {
  const { desk, gate, lanes } = context;
  gate.charge(OUTSIDERS, MESSAGE_REQUESTS - 1);
  await lanes.writing.run({ person: OUTSIDERS }, async () => {
    const attachments = await upload(context, caller, files);
    await desk.addMessage(
      caller,
      { ticket: form.text('ticket') },
      { kind: 'reply', body, attachments },
      { idempotencyKey: keyOfMark(form.text('mark')), channel: 'public' },
    );
  });
}

/** What can be done in an inbox, by what its buttons send. */
export const inboxSteps: Readonly<Record<string, InboxStep>> = Object.assign(
  Object.create(null),
  {
    show: (async (context, visit, inbox) =>
      showInbox(context, visit, inbox)) satisfies InboxStep,
    leave,
    close,
    reopen,
    delete: deleteMessage,
    download,
    reply,
  },
);
