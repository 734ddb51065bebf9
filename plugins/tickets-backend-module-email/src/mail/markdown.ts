import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

// only what leads somewhere from a mailbox
markdown.validateLink = url => /^(https?:|mailto:)/i.test(url.trim());

// a picture from elsewhere would tell its owner when the mail is read
markdown.renderer.rules.image = (tokens, index) => {
  const { escapeHtml } = markdown.utils;
  const url = String(tokens[index].attrGet('src') ?? '');
  const text = tokens[index].content || url;
  return `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
};

// the subject is the heading of the mail
markdown.core.ruler.push('headings', ({ tokens }) => {
  for (const token of tokens.filter(({ type }) => /^heading_/.test(type))) {
    token.tag = `h${Math.min(Number(token.tag.slice(1)) + 1, 6)}`;
  }
});

/** HTML of what was written: none of its author's own, and no pictures. */
export function markdownToHtml(text: string): string {
  return markdown.render(text);
}
