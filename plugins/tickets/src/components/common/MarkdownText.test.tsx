import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
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
});
