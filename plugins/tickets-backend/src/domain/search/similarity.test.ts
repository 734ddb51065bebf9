import { wordsOf } from '@portaldesk/plugin-tickets-common';
import { spellingsOf } from './searchQuery';
import { similarityOf, subjectTerms, weightOf } from './similarity';

describe('what of a subject is compared', () => {
  it.each<[string, string[]]>([
    ['Ledger', ['ledger*']],
    ['The ledger is sl', ['ledger', 'the']],
    ['The ledger is slow', ['ledger', 'slow*', 'the']],
    ['Error 42', ['error', '42']],
    ['slow slow', ['slow*']],
    ['! a b', []],
    ['Rückruf', ['ruckruf*|rueckruf*']],
  ])('of %j are %j', (subject, terms) => {
    expect(
      subjectTerms(subject).map(term =>
        spellingsOf(term)
          .map(({ words, open }) => (open ? `${words[0]}*` : words[0]))
          .join('|'),
      ),
    ).toEqual(terms);
  });

  it('are the longest words where there are many', () => {
    const words = Array.from({ length: 12 }, (_, index) =>
      'x'.repeat(index + 3),
    );
    expect(subjectTerms(words.join(' ')).map(term => term.words[0])).toEqual(
      [...words].reverse().slice(0, 8),
    );
  });
});

describe('subjects', () => {
  const terms = [
    { term: { words: ['ledger'], open: false }, weight: weightOf(10, 10_000) },
    { term: { words: ['the'], open: false }, weight: weightOf(5000, 10_000) },
    { term: { words: ['slo'], open: true }, weight: weightOf(100, 10_000) },
    { term: { words: ['never'], open: false }, weight: weightOf(0, 10_000) },
  ];
  const similarity = (subject: string) => similarityOf(terms, wordsOf(subject));

  it('are the more similar the rarer the words are that they share', () => {
    const ordered = ['The slow Ledger', 'Ledger', 'Slower'].map(similarity);
    expect(ordered).toEqual([...ordered].sort((a, b) => b - a));
    expect(new Set(ordered).size).toBe(3);
    expect(ordered[0]).toBe(1);
  });

  it('are not similar by words that are everywhere', () => {
    expect(similarity('The queue')).toBe(0);
    expect(similarity('Something else')).toBe(0);
    expect(similarityOf([], ['ledger'])).toBe(0);
  });
});
