import { type Html, markup } from '../markup';
import { errorSummary, hidden } from './fields';
import {
  type ShownInbox,
  type ShownReport,
  messageCard,
  replyForm,
  step,
} from './inboxParts';
import { type PageContext, dayText, page, textsOf } from './layout';

/** The inbox of a reporter: their report, and those that followed it. */
export function inboxPage(context: PageContext, inbox: ShownInbox): string {
  const texts = textsOf(context);
  const { notice, failure, errors = {} } = inbox;
  const failed = failure !== undefined || Object.keys(errors).length > 0;
  return page(
    context,
    { title: texts.inboxTitle, failed },
    markup`${
      notice !== undefined &&
      markup`<p class="card done" role="status">${notice}</p>`
    }
      ${
        failure !== undefined &&
        markup`<p class="card alert" role="alert">${failure}</p>`
      }
      ${errorSummary(texts.errors, errors)}
      <p class="hint">${texts.inboxPrivacy}</p>
      <div class="buttons">
        ${step(context, inbox, 'show', texts.refresh)}
        ${step(context, inbox, 'leave', texts.leave)}
        ${languageStep(context, inbox)}
      </div>
      ${inbox.reports.map((report, at) =>
        reportSection(context, inbox, report, at === 0),
      )}`,
  );
}

function languageStep(context: PageContext, inbox: ShownInbox): Html {
  const other = context.language === 'de' ? 'en' : 'de';
  return markup`<div lang="${other}">
    ${step(
      { ...context, language: other },
      inbox,
      'show',
      textsOf(context).switchLanguage,
    )}
  </div>`;
}

function reportSection(
  context: PageContext,
  inbox: ShownInbox,
  report: ShownReport,
  newest: boolean,
): Html {
  const texts = textsOf(context);
  const { ticket, messages, hasOlder } = report;
  const may = (action: string) =>
    ticket.allowedActions.some(allowed => allowed === action);
  const named = hidden('ticket', ticket.id);
  return markup`<section aria-label="${ticket.subject}">
    <h2>${ticket.subject}</h2>
    <dl>
      <dt>${texts.status}</dt>
      <dd>${texts.statuses[ticket.portalStatus] ?? ticket.portalStatus}</dd>
      <dt>${texts.sentOn}</dt>
      <dd>${dayText(context, ticket.createdAt)}</dd>
    </dl>
    ${hasOlder && markup`<p class="hint">${texts.older}</p>`}
    ${[...messages]
      .reverse()
      .map(message => messageCard(context, inbox, report, message))}
    ${
      newest &&
      (may('reply')
        ? replyForm(context, inbox, ticket)
        : markup`<p>${texts.replyClosed}</p>`)
    }
    <div class="buttons">
      ${
        newest &&
        may('close') &&
        markup`${step(context, inbox, 'close', texts.close, named)}
        <span class="hint">${texts.closeHint}</span>`
      }
      ${
        newest &&
        may('reopen') &&
        step(context, inbox, 'reopen', texts.reopen, named)
      }
    </div>
  </section>`;
}
