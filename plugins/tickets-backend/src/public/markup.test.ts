import fc from 'fast-check';
import { escaped, markup } from './markup';

describe('pieces of pages', () => {
  it('keep apart what is markup and what is text', () => {
    const inner = markup`<b>${'<i>'}</b>`;
    expect(
      markup`<a href="${'"&\''}">${inner}${[inner, 'x']}${3}${false}${undefined}</a>`
        .text,
    ).toBe('<a href="&quot;&amp;&#39;"><b>&lt;i&gt;</b><b>&lt;i&gt;</b>x3</a>');
  });

  it('take no text for markup, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(escaped(text)).not.toMatch(/[<>"']/);
      }),
    );
  });
});
