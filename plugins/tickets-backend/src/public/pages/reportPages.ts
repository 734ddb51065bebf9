import { MAX_SUBJECT_LENGTH } from '@portaldesk/plugin-tickets-common';
import type { ReportChannel } from '../../config/DeskConfig';
import { markup } from '../markup';
import { MAX_FILES, MAX_FILE_SIZE } from '../readForm';
import {
  type FieldErrors,
  choiceField,
  errorSummary,
  filesField,
  hidden,
  lineField,
  textField,
  trap,
} from './fields';
import {
  type PageContext,
  page,
  paragraphs,
  sizeText,
  textsOf,
} from './layout';

/** Longest contact data, in characters. */
export const MAX_CONTACT = 200;

/** What a person wrote into the form of a report. */
export interface ReportDraft {
  readonly category: string;
  readonly subject: string;
  readonly message: string;
  readonly contact: string;
  readonly website: string;
}

/** Leads to the forms of several channels. */
export function channelsPage(
  context: PageContext,
  channels: readonly ReportChannel[],
): string {
  const { language, root } = context;
  const texts = textsOf(context);
  return page(
    context,
    { title: texts.channelsTitle, canSwitch: true },
    markup`<ul>
        ${channels.map(
          ({ id, title }) =>
            markup`<li>
              <a href="${root}report/${id}?lang=${language}"
                >${title[language]}</a
              >
            </li>`,
        )}
      </ul>
      <p>
        <a href="${root}inbox?lang=${language}">${texts.haveInbox}</a>
      </p>`,
  );
}

/** The form of a channel, with what was written and what is wrong with it. */
export function reportPage(
  context: PageContext,
  {
    channel,
    categories,
    mark,
    draft,
    errors = {},
    notice,
  }: {
    readonly channel: ReportChannel;
    readonly categories: readonly { id: string; title: string }[];
    readonly mark: string;
    readonly draft?: ReportDraft;
    readonly errors?: FieldErrors;
    /** Why it was not sent, if that is in none of the fields. */
    readonly notice?: string;
  },
): string {
  const { language, root } = context;
  const texts = textsOf(context);
  const text = channel.text?.[language];
  const failed = notice !== undefined || Object.keys(errors).length > 0;
  return page(
    context,
    { title: channel.title[language], canSwitch: draft === undefined, failed },
    markup`${
      notice !== undefined &&
      markup`<p class="card alert" role="alert">${notice}</p>`
    }
      ${errorSummary(texts.errors, errors)}
      ${text !== undefined && paragraphs(text)}
      <p>${texts.reportIntro}</p>
      <p class="hint">${texts.reportAdvice}</p>
      <p>
        <a href="${root}inbox?lang=${language}">${texts.haveInbox}</a>
      </p>
      <form
        class="card"
        method="post"
        action="${root}report/${channel.id}"
        enctype="multipart/form-data"
        autocomplete="off"
        novalidate
      >
        ${hidden('lang', language)} ${hidden('mark', mark)}
        ${trap(texts.honeypot, draft?.website ?? '')}
        ${
          categories.length > 0 &&
          choiceField({
            name: 'category',
            label: texts.category,
            placeholder: texts.chooseCategory,
            options: categories,
            value: draft?.category,
            error: errors.category,
          })
        }
        ${lineField({
          name: 'subject',
          label: texts.subject,
          max: MAX_SUBJECT_LENGTH,
          required: true,
          value: draft?.subject,
          error: errors.subject,
        })}
        ${textField({
          name: 'message',
          label: texts.message,
          hint: texts.messageHint,
          required: true,
          value: draft?.message,
          error: errors.message,
        })}
        ${filesField({
          name: 'files',
          label: texts.files,
          hint: texts.filesHint(MAX_FILES, sizeText(MAX_FILE_SIZE)),
          error: errors.files,
        })}
        ${lineField({
          name: 'contact',
          label: texts.contact,
          hint: texts.contactHint,
          max: MAX_CONTACT,
          value: draft?.contact,
          error: errors.contact,
        })}
        <button class="main">${texts.send}</button>
      </form>`,
  );
}
