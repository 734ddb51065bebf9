import fc from 'fast-check';
import { highlight } from './highlight';
import { readSearchQuery } from './searchQuery';
import { readText } from './readText';

const highlightIn = (query: string, text: string) =>
  highlight(readSearchQuery(query), readText(text));

/** Hits in brackets. */
function show(query: string, text: string): string | undefined {
  return highlightIn(query, text)
    ?.map(part => (part.hit ? `[${part.text}]` : part.text))
    .join('');
}

const padding = 'lorem ipsum '.repeat(40);

describe('highlights', () => {
  it.each([
    ['ledger', 'The Ledger is slow', 'The [Ledger] is slow'],
    ['ledg', 'The Ledger is slow', 'The [Ledger] is slow'],
    ['uber', 'Über <b>uns</b>', '[Über] <b>uns</b>'],
    ['host-01', 'on host-01 and 01', 'on [host]-[01] and 01'],
    ['"is slow" the', 'the ledger\n\n is slow', '[the] ledger [is] [slow]'],
    ['slow -fast', 'slow, not fast', '[slow], not fast'],
    ['absent', 'The Ledger is slow', undefined],
  ])('of %j in %j are %j', (query, text, shown) => {
    expect(show(query, text)).toBe(shown);
  });

  it('show a long text around the first hit', () => {
    const text = `${padding}needle ${padding}`;
    const shown = show('needle', text) ?? '';
    expect(shown).toMatch(/^…\w+ .* \[needle\] .* \w+…$/);
    expect(shown.length).toBeLessThan(200);
  });

  it('show the beginning and the end of a long text as they are', () => {
    expect(show('needle', `- needle ${padding}`)).toMatch(/^- \[needle\] /);
    expect(show('needle', `${padding}a needle!`)).toMatch(/ \[needle\]!$/);
  });

  it('cut a word that is longer than what is shown', () => {
    const parts = highlightIn('xx*', `xxx${'x'.repeat(5000)}`);
    expect(parts).toBeUndefined();
    expect(show('xxx', `a ${'x'.repeat(5000)} b`)).toMatch(
      /^a \[x{100,200}\]…$/,
    );
  });

  it('are pieces of the text in their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('needle', 'hay', '\n', '-', '👍', 'é', ' ')),
        fc.nat(300),
        (pieces, repeat) => {
          const text = `${'straw '.repeat(repeat)}${pieces.join(' ')}`;
          const parts = highlightIn('needle', text);
          expect(parts !== undefined).toBe(pieces.includes('needle'));
          const shown = (parts ?? []).map(part => part.text).join('');
          expect(text.replace(/\s+/g, ' ')).toContain(
            shown.replace(/^…|…$/g, ''),
          );
        },
      ),
    );
  });
});
