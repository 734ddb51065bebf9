import { BlockScanner, type TextBlock } from './BlockScanner';
import { withoutCode } from './codeSpans';
import { emphasisDepth } from './emphasisDepth';
import { OpenTags } from './htmlTags';

/**
 * What a Markdown text is likely to become, rather more than less.
 * @public
 */
export interface MarkdownSize {
  /** How many elements stand in each other. */
  readonly depth: number;
  /** How many nodes there are. */
  readonly nodes: number;
  /**
   * How much a parser has to look back and ahead: for each block of text its
   * length times the marks in it.
   */
  readonly effort: number;
}

/** Marks for which a parser looks through the text around them. */
const MARK = /[*_~[\]<`@&!]/g;
const BARE_LINK = /https?:\/\/|www\./gi;
/** With a dash in it, what stands between the head of a table and its rows. */
const DELIMITERS = /^[ |:-]+$/;

/** Brackets in brackets from which on looking back costs more and more. */
const BRACKET_DEPTH = 32;

/**
 * Estimates the size of a Markdown text in one pass, without parsing it: the cost
 * grows with the length of the text alone.
 * @public
 */
export function markdownSize(markdown: string): MarkdownSize {
  const tags = new OpenTags();
  const size = { depth: 0, nodes: 0, effort: 0 };

  const blocks = new BlockScanner(block => {
    const source = block.lines.join('\n');
    const text = block.type === 'text' ? withoutCode(source) : source;
    const { maxDepth, elements } = tags.add(text);
    size.nodes += 1 + elements + tags.goingOn;
    let depth = block.depth + maxDepth;
    if (block.type === 'text') {
      depth += 1 + emphasisDepth(text);
      addText(size, block);
    }
    size.depth = Math.max(size.depth, depth);
  });
  for (const line of markdown.split(/\r\n|\n|\r/)) {
    blocks.addLine(withoutTabs(line));
    if (blocks.isFull) {
      break;
    }
  }
  blocks.end();
  return {
    ...size,
    depth: Math.max(size.depth, blocks.maxDepth),
    nodes: size.nodes + blocks.elements,
  };
}

function addText(
  size: { nodes: number; effort: number },
  { lines }: TextBlock,
): void {
  const row = lines.findIndex(isDelimiterRow);
  if (row === -1) {
    addRun(size, lines.join('\n'));
    return;
  }
  // each row of a table has as many cells as its head, whatever is written
  const columns = lines[row].replace(/^ *\||\| *$/g, '').split('|').length;
  size.nodes += (lines.length - row) * (2 * columns + 1);
  lines.forEach(line => addRun(size, line));
}

function isDelimiterRow(line: string): boolean {
  return line.includes('-') && DELIMITERS.test(line);
}

function addRun(size: { nodes: number; effort: number }, text: string): void {
  const marks = text.match(MARK)?.length ?? 0;
  const links = text.match(BARE_LINK)?.length ?? 0;
  const breaks = text.match(/(?: {2}|\\)\n/g)?.length ?? 0;
  size.nodes += 2 + marks + 2 * (links + breaks);
  size.effort +=
    marks * text.length * Math.max(1, bracketDepth(text) / BRACKET_DEPTH);
}

function bracketDepth(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [bracket] of text.matchAll(/[[\]]/g)) {
    depth = bracket === '[' ? depth + 1 : Math.max(0, depth - 1);
    most = Math.max(most, depth);
  }
  return most;
}

/** Tabs end at every fourth column. */
function withoutTabs(line: string): string {
  if (!line.includes('\t')) {
    return line;
  }
  let text = '';
  for (const part of line.split(/(\t)/)) {
    text += part === '\t' ? ' '.repeat(4 - (text.length % 4)) : part;
  }
  return text;
}
