import { wordsOf } from '@portaldesk/plugin-tickets-common';

/**
 * Umlauts, and the two letters that people write for them. In `Bauer`, `neue`
 * and `queue` these are two vowels, and so they are at the end of `Michael`.
 */
const UMLAUT = /[äöü]|ae(?!ls?(?![\p{L}\p{N}]))|oe|(?<![aeq])ue/giu;

const LONG: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/**
 * How many places are varied independently; further ones are varied together.
 */
const MOST_PLACES = 3;

/** A shorter word that the two letters hide is another word: `due` is no `dü`. */
const FEWEST_LETTERS = 3;

/** Fewer letters begin too many words. */
const FEWEST_LETTERS_OPEN = 4;

/** A text in another spelling. */
export interface Spelling {
  readonly words: readonly string[];
  /** Whether the last word may go on. */
  readonly open: boolean;
}

/**
 * Alternative spellings of words: `Überweisung` and `Ueberweisung`. Texts are
 * indexed as they are written, without accents; the search adds the spellings,
 * so that it also finds older texts.
 *
 * @param text - the words of the search text
 * @param open - whether the last one may be incomplete
 */
export function otherSpellings(text: string, open: boolean): Spelling[] {
  const typed = text.normalize('NFC');
  const places = [...typed.matchAll(UMLAUT)];
  const ways = 2 ** Math.min(places.length, MOST_PLACES);
  const end = places.at(-1);
  const endsInPlace =
    end !== undefined && end[0].length > 1 && end.index + 2 === typed.length;
  const found = new Map<string, Spelling>();
  for (let way = 0; way < ways && places.length > 0; way++) {
    const words = wordsOf(spelled(typed, places, way));
    const letters = words.length > 1 ? Infinity : [...(words[0] ?? '')].length;
    const goesOn = !endsInPlace && letters >= FEWEST_LETTERS_OPEN;
    if (letters >= FEWEST_LETTERS) {
      found.set(words.join(' '), { words, open: open && goesOn });
    }
  }
  found.delete(wordsOf(text).join(' '));
  return [...found.values()];
}

/** @param way - a bit for each of the first places: whether it has two letters */
function spelled(
  text: string,
  places: readonly RegExpExecArray[],
  way: number,
): string {
  let done = '';
  let from = 0;
  places.forEach(({ 0: written, index }, place) => {
    const isLong = Math.floor(way / 2 ** Math.min(place, MOST_PLACES - 1)) % 2;
    const long = LONG[written.toLowerCase()] ?? written;
    done += text.slice(from, index) + (isLong === 1 ? long : long[0]);
    from = index + written.length;
  });
  return done + text.slice(from);
}
