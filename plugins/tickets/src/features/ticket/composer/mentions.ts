/** A person who can be mentioned. */
export interface Mentionable {
  /** A full reference, such as `user:default/keiko.tanaka`. */
  ref: string;
  /** What people read, such as `Keiko Tanaka`. */
  name: string;
}

const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]*`/g;

/** Not within an address of mail, a path or a package's name. */
const MENTION = /(?<![\p{L}\p{N}_.@/-])@([\p{L}\p{N}][\p{L}\p{N}._-]*)(?!\/)/gu;

/** Whether anybody may be mentioned in a text. */
export function mayMention(text: string): boolean {
  return text.includes('@');
}

/**
 * Who of the people is mentioned in a text, as in `@keiko`, `@keiko.tanaka` and
 * `@KeikoTanaka`; what stands in code mentions nobody.
 */
export function mentionedIn<T extends Mentionable>(
  text: string,
  people: readonly T[],
): T[] {
  const mentions = new Set(
    [...text.replace(CODE, ' ').matchAll(MENTION)].map(([, word]) =>
      fold(word),
    ),
  );
  return people.filter(person =>
    handlesOf(person).some(handle => mentions.has(handle)),
  );
}

function handlesOf({ ref, name }: Mentionable): string[] {
  const words = name.trim().split(/\s+/);
  return [
    ref.slice(ref.indexOf('/') + 1),
    words[0],
    words.join(''),
    words.join('.'),
  ].map(fold);
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[._-]+$/, '')
    .toLowerCase();
}
