import { errorApiRef } from '@backstage/core-plugin-api';
import {
  appLanguageApiRef,
  translationApiRef,
} from '@backstage/core-plugin-api/alpha';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { refusal } from '../__testUtils__/stubDesk';
import { asSentence, useRefusalText } from './useRefusalText';

const SENTENCE = 'The status "done" cannot follow the status "new"';

/** What a reader of this language is told, in the texts of the screens. */
async function textFor(language: string, error: unknown): Promise<string> {
  const appLanguage = {
    getAvailableLanguages: () => ({ languages: ['en', 'de'] }),
    getLanguage: () => ({ language }),
    setLanguage: () => {},
    language$: () => {
      throw new Error('not observed');
    },
  };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider
      apis={[
        [appLanguageApiRef, appLanguage],
        [translationApiRef, mockApis.translation()],
        [
          errorApiRef,
          { post: () => {}, error$: () => appLanguage.language$() },
        ],
      ]}
    >
      {children}
    </TestApiProvider>
  );
  const { result } = renderHook(() => useRefusalText(), { wrapper });
  return result.current(error);
}

const refused = (code: string) =>
  refusal(409, { name: 'ConflictError', message: SENTENCE, code });

describe('why the desk refused', () => {
  it.each([
    ['en', 'status-not-reachable', SENTENCE],
    ['en-GB', 'status-not-reachable', SENTENCE],
    [
      'de',
      'status-not-reachable',
      'This status cannot follow the present one.',
    ],
    ['de', 'a code of a newer desk', SENTENCE],
    ['de', 'toString', SENTENCE],
  ])('is said in %s: %s', async (language, code, text) => {
    await expect(textFor(language, await refused(code))).resolves.toBe(text);
  });

  it.each(['en', 'de'])(
    'is not what the browser says of a lost connection (%s)',
    async language => {
      await expect(
        textFor(language, new TypeError('Failed to fetch')),
      ).resolves.toBe('The desk could not be reached. Try again in a moment.');
    },
  );

  it.each([
    ['Too late', 'Too late.'],
    ['Why?', 'Why?'],
  ])('can stand before another sentence: %s', (text, sentence) => {
    expect(asSentence(text)).toBe(sentence);
  });
});
