import type { Message, Ticket } from '@portaldesk/plugin-tickets-common';
import { type Html, markup } from '../markup';
import { MAX_FILES, MAX_FILE_SIZE } from '../readForm';
import { type FieldErrors, filesField, hidden, textField } from './fields';
import { type PageContext, dayText, sizeText, textsOf } from './layout';

/** A ticket of a reporter, with what they see of it. */
export interface ShownReport {
  readonly ticket: Ticket;
  /** The newest first. */
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  /** Ids of messages that can still be deleted. */
  readonly unread: ReadonlySet<string>;
}

/** What an inbox shows. */
export interface ShownInbox {
  /** Carried from page to page. */
  readonly session: string;
  readonly mark: string;
  /** The newest first. */
  readonly reports: readonly ShownReport[];
  readonly reporter: string;
  readonly notice?: string;
  readonly failure?: string;
  readonly draft?: string;
  readonly errors?: FieldErrors;
}

/** A button that does something in the inbox. */
export function step(
  { language, root }: PageContext,
  { session }: ShownInbox,
  what: string,
  label: string,
  more?: Html,
): Html {
  return markup`<form method="post" action="${root}inbox">
    ${hidden('lang', language)} ${hidden('session', session)}
    ${more}<button name="do" value="${what}">${label}</button>
  </form>`;
}

/** A message, with what can be done about it. */
export function messageCard(
  context: PageContext,
  inbox: ShownInbox,
  { ticket, unread }: ShownReport,
  message: Message,
): Html {
  const texts = textsOf(context);
  const own = message.author === inbox.reporter;
  const carried = markup`${hidden('ticket', ticket.id)}
  ${hidden('message', message.id)}`;
  return markup`<article class="card ${own && 'own'}">
    <div class="by">
      <h3>${own ? texts.you : texts.team}</h3>
      <span class="hint">${dayText(context, message.createdAt)}</span>
    </div>
    <p class="text">${message.redacted ? texts.removed : message.body}</p>
    ${
      message.attachments.length > 0 &&
      markup`<ul class="plain" aria-label="${texts.attachedFiles}">
      ${message.attachments.map(
        ({ id, name }) =>
          markup`<li>
            ${step(
              context,
              inbox,
              'download',
              texts.download(name),
              hidden('file', id),
            )}
          </li>`,
      )}
    </ul>`
    }
    ${
      own &&
      !message.redacted &&
      unread.has(message.id) &&
      markup`<details>
      <summary>${texts.deleteUnread}</summary>
      <p class="hint">${texts.deleteHint}</p>
      ${step(context, inbox, 'delete', texts.deleteUnread, carried)}
    </details>`
    }
  </article>`;
}

/** Takes what a reporter has to add. */
export function replyForm(
  context: PageContext,
  { session, mark, draft, errors = {} }: ShownInbox,
  { id }: Ticket,
): Html {
  const { language, root } = context;
  const texts = textsOf(context);
  return markup`<form
    class="card"
    method="post"
    action="${root}inbox"
    enctype="multipart/form-data"
    autocomplete="off"
  >
    ${hidden('lang', language)} ${hidden('session', session)}
    ${hidden('mark', mark)} ${hidden('ticket', id)}
    ${textField({
      name: 'message',
      label: texts.reply,
      value: draft,
      error: errors.message,
    })}
    ${filesField({
      name: 'files',
      label: texts.files,
      hint: texts.filesHint(MAX_FILES, sizeText(MAX_FILE_SIZE)),
      error: errors.files,
    })}
    <button class="main" name="do" value="reply">${texts.sendReply}</button>
  </form>`;
}
