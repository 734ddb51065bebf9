import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MarkdownText } from './MarkdownText';

const REMOTE = 'https://elsewhere.example/pixel.png';

const show = (content: string) =>
  renderInTestApp(<MarkdownText content={content} />);

/** Where the images that are shown would be loaded from. */
const loaded = () =>
  [...document.querySelectorAll('img, source')].flatMap(element =>
    ['src', 'srcset'].flatMap(name => element.getAttribute(name) ?? []),
  );

describe('MarkdownText', () => {
  it.each([
    ['an image', `See ![the graph](${REMOTE}) here`],
    ['an image in a list', `- one\n- ![the graph](<${REMOTE}> "Title")`],
    ['an image in a table', `| a |\n| - |\n| ![the graph](${REMOTE}) |`],
    ['a reference', `![the graph][g]\r\n\r\n[g]: ${REMOTE}`],
  ])('shows a link for %s from elsewhere', async (_, content) => {
    await show(content);

    expect(screen.getByRole('link', { name: /the graph/ })).toHaveAttribute(
      'href',
      REMOTE,
    );
    expect(loaded()).toEqual([]);
  });

  it('names the host where an image has no text', async () => {
    await show(`![](${REMOTE}) and ![one](${REMOTE}?2)`);

    expect(
      screen.getByRole('link', { name: /elsewhere\.example/ }),
    ).toHaveAttribute('href', REMOTE);
    expect(screen.getByRole('link', { name: /one/ })).toHaveAttribute(
      'href',
      `${REMOTE}?2`,
    );
  });

  it.each([
    ['in a link', `[![the graph](${REMOTE})](https://other.example)`],
    ['after an exclamation mark', `!![the graph](${REMOTE})`],
    ['in HTML', `<img alt="the graph" src="${REMOTE}">`],
    ['of the same protocol', `<img src="//elsewhere.example/pixel.png">`],
    [
      'of a picture',
      `<picture><source srcset="${REMOTE}"><img src="${REMOTE}"></picture>`,
    ],
    ['in a footnote', `A[^1]\n\n[^1]: ![x](${REMOTE})`],
  ])('loads no image %s', async (_, content) => {
    await show(content);

    expect(loaded().filter(source => source !== 'data:,')).toEqual([]);
  });

  it('shows the images of the portal', async () => {
    await show('![here](/logo.png) ![there](http://localhost/other.png)');

    expect(loaded()).toEqual(['/logo.png', 'http://localhost/other.png']);
  });

  it('leaves alone what is no image', async () => {
    await show(`Write \`![alt](${REMOTE})\`!`);

    expect(screen.getByText(`![alt](${REMOTE})`).tagName).toBe('CODE');
  });

  describe('of which there is too much', () => {
    const deep = `${'>'.repeat(70)} end`;
    const repeating = `[a]: /${'x'.repeat(30_000)}\n\n${'[a]\n\n'.repeat(50)}end`;

    it.each([
      ['nested deeply', deep],
      [
        'with a table of many cells',
        `${'a|'.repeat(150)}\n${'-|'.repeat(150)}\n${'b\n'.repeat(50)}`,
      ],
      ['with an address that is repeated', repeating],
    ])('is plain text when it is %s', async (_, content) => {
      const logged = jest.spyOn(console, 'error').mockReturnValue();
      await show(content);

      expect(screen.getByText(/^Shown as plain text/)).toBeInTheDocument();
      const text = document.querySelector('pre');
      expect(text?.textContent).toBe(content);
      expect(text).toHaveStyle({ whiteSpace: 'pre-wrap' });
      logged.mockRestore();
    });

    it('is coloured up to a length', async () => {
      await show(`\`\`\`json\n${'{"a": [1, "b"]}\n'.repeat(2_000)}\`\`\`\n`);

      expect(document.querySelectorAll('pre span')).toHaveLength(0);
      expect(document.querySelector('pre')).toHaveTextContent('{"a"');
    });
  });

  it.each([
    [
      'a big table',
      `|a|b|c|d|\n|-|-|-|-|\n${'|1|2|3|4|\n'.repeat(250)}`,
      'td',
      1_000,
    ],
    ['a long list', '- _a_ `b`\n'.repeat(200), 'li', 200],
    ['mail that was quoted often', `${'>'.repeat(9)} hello`, 'blockquote', 9],
    [
      'a long log',
      `\`\`\`\n${'[main] <a> *b*\n'.repeat(900)}\`\`\``,
      'code',
      1,
    ],
  ])('shows %s as what it is', async (_, content, selector, count) => {
    await show(content);

    expect(document.querySelectorAll(selector)).toHaveLength(count);
    expect(screen.queryByText(/^Shown as plain text/)).toBeNull();
  });

  it('shows tags that it cannot hold as they were written', async () => {
    await show('A List<String> and\n\n<Map>\n<b>this</b>');

    expect(screen.getByText('A List<String> and')).toBeInTheDocument();
    expect(screen.getByText('this').tagName).toBe('B');
    expect(document.body.textContent).toContain('<Map>');
  });

  describe('with ids', () => {
    const text = [
      '# Root',
      '## root',
      'A[^1] and [there](#root), [here](#spot), [away](#page)',
      '',
      '<h3 id="root">x</h3><a name="spot">y</a><p id="page">z</p>',
      '<p aria-labelledby="page" accesskey="s" tabindex="1">w</p>',
      '',
      '[^1]: The footnote',
    ].join('\n');

    const idsOf = (root: ParentNode) =>
      [...root.querySelectorAll('[id]')].map(({ id }) => id);

    beforeEach(async () => {
      await renderInTestApp(
        <>
          <p id="page">The page</p>
          <section aria-label="one">
            <MarkdownText content={text} />
          </section>
          <section aria-label="two">
            <MarkdownText content={text} />
          </section>
        </>,
      );
    });

    it('takes none of the page or of other texts', () => {
      const [one, two] = ['one', 'two'].map(name =>
        idsOf(screen.getByRole('region', { name })),
      );

      expect(one.length).toBeGreaterThanOrEqual(8);
      expect(two).toHaveLength(one.length);
      expect(one.filter(id => two.includes(id))).toEqual([]);
      expect(one.filter(id => !id.startsWith('markdown-'))).toEqual([]);
      expect(document.getElementById('page')).toHaveTextContent('The page');
      expect(document.getElementsByName('spot')).toHaveLength(0);
    });

    it('points to its own elements alone', () => {
      for (const name of ['one', 'two']) {
        const section = screen.getByRole('region', { name });
        const own = new Set(idsOf(section));
        const links = [...section.querySelectorAll('a[href*="#"]')];
        expect(links.length).toBeGreaterThanOrEqual(5);
        for (const link of links) {
          const fragment = new URL(
            String(link.getAttribute('href')),
            'http://a',
          ).hash;
          expect(own).toContain(decodeURIComponent(fragment.slice(1)));
        }
        for (const attribute of ['aria-labelledby', 'aria-describedby']) {
          const [element] = section.querySelectorAll(`[${attribute}]`);
          expect(own).toContain(element.getAttribute(attribute));
        }
      }
    });

    it('takes no key of the keyboard', () => {
      expect(document.querySelector('[accesskey], [tabindex="1"]')).toBeNull();
    });

    it('scrolls to what a link means', async () => {
      const scrolled = jest.fn();
      Element.prototype.scrollIntoView = function scroll() {
        scrolled(this.id);
      };
      const [link] = screen.getAllByRole('link', { name: 'here' });
      await userEvent.click(link);

      expect(scrolled).toHaveBeenCalledWith(expect.stringMatching(/-spot$/));
    });
  });
});
