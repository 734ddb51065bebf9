import { acceptedLanguage, chosenLanguage } from './language';

describe('the language of a page', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['de', 'de'],
    ['de-CH', 'de'],
    ['fr, de-AT;q=0.7, en;q=0.3', 'de'],
    ['en;q=0.3, de;q=0.7', 'de'],
    ['de;q=0, fr', 'en'],
    ['fr, it', 'en'],
    [`${'x,'.repeat(100_000)}de`, 'en'],
  ])('of %.20s is %s', (header, language) => {
    expect(acceptedLanguage(header, 'en')).toBe(language);
  });

  it('can be chosen, if it is one of ours', () => {
    expect(chosenLanguage('de')).toBe('de');
    expect(chosenLanguage('fr')).toBeUndefined();
    expect(chosenLanguage(['de'])).toBeUndefined();
  });
});
