import {
  type AST,
  RegExpParser,
  visitRegExpAST,
} from '@eslint-community/regexpp';
import { RE2JS } from 're2js';
import { codePointsOf } from './codePoints';

/** Longest text that is held against a pattern, in characters. */
export const MAX_PATTERN_TEXT = 2_000;

/**
 * Steps that a pattern can take with one text, at most: with each character as
 * many as the pattern has parts, each counted as often as it is repeated.
 */
const MAX_STEPS = 5_000_000;

/** Most parts of a pattern; compiling takes a time like their number. */
const MAX_PARTS = 10_000;

/** An invalid regular expression, or one that would take too long. */
export class PatternError extends Error {}

/**
 * A regular expression of the configuration that runs in linear time. Those of
 * the platform can run endlessly for a single text if repetitions are nested.
 * It matches the same as those of the platform (with the flag `u`), and refuses
 * syntax that cannot be matched in this way.
 */
export class LinearPattern {
  static readonly #compiled = new Map<string, LinearPattern>();

  /** Longest text that is held against it, in characters. */
  readonly longest: number;

  readonly #automaton: RE2JS;

  /** @throws PatternMistake unless it can be matched in linear time */
  constructor(private readonly source: string) {
    this.#automaton = compile(translated(source));
    const parts = this.#automaton.programSize();
    if (parts > MAX_PARTS) {
      throw new PatternError(
        'the pattern repeats too much; use minLength and maxLength for the length of a text',
      );
    }
    this.longest = Math.min(MAX_PATTERN_TEXT, Math.floor(MAX_STEPS / parts));
  }

  /**
   * The pattern of the configuration that is written so, which is compiled once.
   *
   * @throws PatternMistake as the constructor does
   */
  static of(source: string): LinearPattern {
    const known = this.#compiled.get(source) ?? new LinearPattern(source);
    this.#compiled.set(source, known);
    return known;
  }

  /**
   * Whether the pattern is anywhere in the text; never in one that is longer
   * than those that are held against it.
   */
  test(text: string): boolean {
    return text.length <= this.longest && this.#automaton.test(text);
  }

  toString(): string {
    return `/${this.source}/u`;
  }
}

function compile(source: string): RE2JS {
  try {
    return RE2JS.compile(source);
  } catch {
    throw new PatternError(
      'the pattern repeats something more than 1000 times; use minLength and maxLength for the length of a text',
    );
  }
}

/** All characters, as ranges are written for the automaton. */
const ALL = String.raw`\x{0}-\x{10ffff}`;

/** A piece of a pattern that is written otherwise. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The pattern in the way in which the automaton reads patterns. */
function translated(source: string): string {
  const pieces: Piece[] = [];
  const replace = ({ start, end }: Omit<Piece, 'text'>, text: string) =>
    pieces.push({ start, end, text });
  visitRegExpAST(parsed(source), {
    onAssertionEnter: ({ kind }) => {
      if (kind === 'lookahead' || kind === 'lookbehind') {
        throw unsupported('looks ahead or behind');
      }
    },
    onBackreferenceEnter: () => {
      throw unsupported('refers back to a group');
    },
    onModifiersEnter: () => {
      throw unsupported('changes flags');
    },
    onCapturingGroupEnter: ({ start, name }) => {
      if (name !== null) {
        replace({ start, end: start + `(?<${name}>`.length }, '(');
      }
    },
    onCharacterEnter: node => replace(node, escaped(node.value)),
    onCharacterClassEnter: node => {
      if (node.elements.length === 0) {
        replace(node, node.negate ? `[${ALL}]` : `[^${ALL}]`);
      }
    },
    onCharacterSetEnter: node => {
      // these two are the same for both
      if (node.kind !== 'digit' && node.kind !== 'word') {
        replace(node, characterSet(node));
      }
    },
  });
  return assembled(source, pieces);
}

function parsed(source: string): AST.Pattern {
  try {
    // the message of the platform describes the mistake
    RegExp(source, 'u');
    return new RegExpParser().parsePattern(source, 0, source.length, {
      unicode: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PatternError(
      `write a regular expression of ECMAScript: ${reason}`,
    );
  }
}

function unsupported(what: string): PatternError {
  return new PatternError(
    `the pattern ${what}, which can take time without end; write it without`,
  );
}

function characterSet({ raw, parent }: AST.CharacterSet): string {
  const ranges = codePointsOf(raw)
    .map(([from, to]) => `${escaped(from)}-${escaped(to)}`)
    .join('');
  return parent.type === 'CharacterClass' ? ranges : `[${ranges}]`;
}

function escaped(codePoint: number): string {
  return `\\x{${codePoint.toString(16)}}`;
}

function assembled(source: string, pieces: readonly Piece[]): string {
  let text = '';
  let at = 0;
  for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
    text += source.slice(at, piece.start) + piece.text;
    at = piece.end;
  }
  return text + source.slice(at);
}
