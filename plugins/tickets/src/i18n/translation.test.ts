import german from './de';
import { ticketsMessages } from './en';

const placeholders = (text: string) => text.match(/\{\{\w+\}\}/g)?.sort() ?? [];

describe('the German texts', () => {
  const translated = new Map(Object.entries(german));

  it('are all there, and no more', () => {
    expect([...translated.keys()].sort()).toEqual(
      Object.keys(ticketsMessages).sort(),
    );
  });

  it.each(Object.entries(ticketsMessages))(
    'speak of the same things in %s',
    (key, text) => {
      const translation = translated.get(key) ?? '';
      expect(translation).not.toBe('');
      expect(placeholders(translation)).toEqual(placeholders(text));
    },
  );
});
