import { markup } from '../markup';
import { hidden } from './fields';
import { type PageContext, page, textsOf } from './layout';

/** Shows the words that open the inbox, this once. */
export function sentPage(context: PageContext, words: string): string {
  const { language, root } = context;
  const texts = textsOf(context);
  const carried = markup`${hidden('lang', language)} ${hidden('words', words)}`;
  return page(
    context,
    { title: texts.sentTitle },
    markup`<div class="card">
        <p>${texts.keepWords}</p>
        <ol class="words" id="words">
          ${words.split('-').map(word => markup`<li>${word}</li>`)}
        </ol>
        <p><strong>${texts.wordsOnce}</strong> ${texts.wordsAdvice}</p>
      </div>
      <div class="buttons">
        <form method="post" action="${root}words">
          ${carried}<button>${texts.saveWords}</button>
        </form>
        <form method="post" action="${root}inbox">
          ${carried}<button class="main">${texts.openInbox}</button>
        </form>
      </div>`,
  );
}

/** The form came a second time. */
export function sentBeforePage(context: PageContext): string {
  const { language, root } = context;
  const texts = textsOf(context);
  return page(
    context,
    { title: texts.sentBeforeTitle },
    markup`<p>${texts.sentBefore}</p>
      <ul>
        <li>
          <a href="${root}inbox?lang=${language}">${texts.openInbox}</a>
        </li>
        <li>
          <a href="${root}report?lang=${language}">${texts.reportNew}</a>
        </li>
      </ul>`,
  );
}
