import { notificationTexts } from '.';
import { LANGUAGES } from '../../config/DeskConfig';
import type { NotificationTexts } from './NotificationTexts';

/** Every text of a language by the path of its key. */
function textsOf(texts: object, path = ''): [path: string, text: string][] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const at = `${path}/${key}`;
    if (typeof text === 'object') {
      return textsOf(text, at);
    }
    return [[at, typeof text === 'string' ? text : text('T1', 'T2')]];
  });
}

const { en, de }: Record<string, NotificationTexts> = notificationTexts;
const english = new Map(textsOf(en));
const german = new Map(textsOf(de));

describe('the texts of notifications', () => {
  it('are there in every language', () => {
    expect(Object.keys(notificationTexts)).toEqual(LANGUAGES);
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each([...english])('are translated: %s', (path, text) => {
    const translation = german.get(path) ?? '';
    const numbersIn = (title: string) => title.match(/\bT[12]\b/g)?.sort();
    expect(translation).not.toBe(text);
    expect(numbersIn(translation)).toEqual(numbersIn(text));
  });
});
