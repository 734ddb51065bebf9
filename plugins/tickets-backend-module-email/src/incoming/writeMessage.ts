import { isError } from '@backstage/errors';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import type { IntakeDesk } from '@portaldesk/plugin-tickets-node';
import type { Language } from '../config/schema';
import type { TakeInContext, Verdict } from './TakeInContext';
import { messageOf } from './messageOf';
import type { IncomingMail } from './mime/readMail';
import { newTicketSettings } from './newTicketSettings';
import type { Sender } from './senderOf';
import type { IncomingMailRow, Outcome } from './store/rows';
import { type AnswerForm, answerFormOf } from './answerForm';
import { commandOf } from './text/commandOf';
import { messageText } from './text/messageText';
import { newSubject } from './text/newSubject';
import { uploadFiles } from './uploadFiles';

const UNREADABLE = 'it answers to a message that its sender may not read';

/** Writes what a mail says into a ticket, or opens one with it. */
export async function writeMessage(
  context: TakeInContext,
  row: IncomingMailRow,
  mail: IncomingMail,
  {
    sender,
    ticket,
    inside,
  }: { sender: Sender; ticket: Ticket | undefined; inside: boolean },
): Promise<Verdict> {
  const { desk, language } = context;
  const person = desk.as(sender.ref);
  try {
    const form = await answerFormOf(mail, {
      person,
      ref: sender.ref,
      ticketId: ticket?.id,
    });
    if (form === undefined || (form.kind === 'note' && !inside)) {
      return { reason: 'refused', detail: UNREADABLE };
    }
    const { text, kind, written } = textOf(mail, {
      isAnswer: ticket !== undefined,
      inside,
      form,
      language,
    });
    const { attachments, refused } = await uploadFiles(
      person,
      [...text.files, ...mail.files],
      language,
    );
    const settings = ticket
      ? {}
      : await newTicketSettings(context, row.mailbox, {
          mail,
          senderRef: sender.ref,
        });
    const body = [written, ...refused].filter(Boolean).join('\n\n');
    const result = await desk.once(row.fingerprint, async people => {
      const verdict = await (ticket
        ? answer(people.as(sender.ref), ticket.id, {
            ...(kind === 'private' && form.kind === 'private'
              ? form
              : { kind: kind === 'note' ? 'note' : 'reply' }),
            body,
            attachments,
          }).then(ticketId => ({ outcome: outcomeOf(form, kind), ticketId }))
        : file(people.as(sender.ref, { choosesTeam: true }), {
            subject: newSubject(mail.subject, language),
            message: body,
            attachments,
            ...settings,
          }));
      return JSON.stringify(verdict);
    });
    return JSON.parse(result);
  } catch (error) {
    if (isRefusal(error)) {
      return { reason: 'refused', detail: messageOf(error) };
    }
    throw error;
  }
}

/** What the mail says, without what nobody else is to read. */
function textOf(
  mail: IncomingMail,
  {
    isAnswer,
    inside,
    form,
    language,
  }: {
    isAnswer: boolean;
    inside: boolean;
    form: AnswerForm;
    language: Language;
  },
) {
  const own = messageText(mail, { isAnswer, language, leavesOut: true });
  const { kind, body } = commandOf(own.body, inside, form.kind);
  if (inside && kind === 'reply') {
    // an agent's mails can quote what others may not read
    return { text: own, kind, written: body };
  }
  const text = messageText(mail, { isAnswer, language });
  return { text, kind, written: commandOf(text.body, inside).body };
}

type Person = ReturnType<IntakeDesk['as']>;

async function answer(
  person: Person,
  ticketId: string,
  {
    body,
    attachments,
    ...form
  }: AnswerForm & { body: string; attachments: string[] },
): Promise<string> {
  const message = await person.addMessage(ticketId, {
    ...form,
    body: body || (attachments.length > 0 ? '' : '…'),
    attachments,
  });
  return message.ticket;
}

/** @param form - of what the mail answers to, which it may quote */
function outcomeOf(form: AnswerForm, kind: string): Outcome {
  if (form.kind === 'private') {
    return 'private';
  }
  return kind === 'note' ? 'noted' : 'replied';
}

async function file(
  person: Person,
  request: Parameters<Person['fileTicket']>[0],
): Promise<Verdict> {
  const { message, ...others } = request;
  const { id } = await person.fileTicket({
    ...others,
    message: message || request.subject,
  });
  return { outcome: 'filed', ticketId: id };
}

/** Whether the desk would say the same again. */
function isRefusal(error: unknown): boolean {
  return (
    isError(error) &&
    [
      'InputError',
      'NotAllowedError',
      'NotFoundError',
      'ConflictError',
      'ZodError',
    ].includes(error.name)
  );
}
