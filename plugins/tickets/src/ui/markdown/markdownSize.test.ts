import { canRenderMarkdown } from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { nodesOf } from './tree';

/** What texts are made of that have structure. */
const piece = fc.constantFrom(
  ...['> ', '>', '- ', '1. ', '2. ', '* ', '  ', '    ', '\n', '\n\n', '\t'],
  ...['a', ' a ', '*', '**', '_', '~~~', '```', '`', '\\', '# ', '---', '==='],
  ...['<!--', '-->', '<div>', '</div>', '<pre>', '</pre>', '<b>', '<x>', '<?'],
  ...['[', '](b)', '[a]: b', '![', '|', '-', '+', ':'],
);

/** A text in which quotes stand in each other as soon as they are reached. */
const text = fc
  .array(piece, { maxLength: 12 })
  .map(pieces => `${pieces.join('')}\n\n${'>'.repeat(70)} deep`);

/** The quotes that the parser finds in each other. */
const quotes = (markdown: string) =>
  Math.max(
    ...[...nodesOf(fromMarkdown(markdown))]
      .filter(({ node }) => node.type === 'blockquote')
      .map(({ depth }) => depth),
    0,
  );

it('what the parser nests deeply is never let through', () => {
  fc.assert(
    fc.property(text, markdown => {
      expect({
        markdown,
        rendered: quotes(markdown) >= 70 && canRenderMarkdown(markdown),
      }).toEqual({ markdown, rendered: false });
    }),
    { numRuns: 2_000 },
  );
});
