import { markup } from '../markup';
import { hidden, lineField, textField } from './fields';
import { type PageContext, page, textsOf } from './layout';

/** Longest of what is typed for words, in characters. */
export const MAX_WORDS = 100;

/** Asks for the words. */
export function signInPage(
  context: PageContext,
  {
    error,
    notice,
    words,
    kept,
    canSwitch = false,
  }: {
    readonly error?: string;
    readonly notice?: string;
    /** What was typed, to be corrected. */
    readonly words?: string;
    /** What was written when the inbox was closed since. */
    readonly kept?: string;
    readonly canSwitch?: boolean;
  },
): string {
  const { language, root } = context;
  const texts = textsOf(context);
  return page(
    context,
    { title: texts.signInTitle, canSwitch, failed: error !== undefined },
    markup`${
      notice !== undefined &&
      markup`<p class="card alert" role="alert">${notice}</p>`
    }
      <form class="card" method="post" action="${root}inbox" autocomplete="off">
        ${hidden('lang', language)}
        ${lineField({
          name: 'words',
          label: texts.words,
          hint: texts.wordsHint,
          max: MAX_WORDS,
          required: true,
          value: words,
          error,
        })}
        ${
          kept !== undefined &&
          kept !== '' &&
          textField({ name: 'message', label: texts.keptText, value: kept })
        }
        <button class="main">${texts.openInbox}</button>
      </form>
      <p>
        <a href="${root}report?lang=${language}">${texts.reportNew}</a>
      </p>`,
  );
}
