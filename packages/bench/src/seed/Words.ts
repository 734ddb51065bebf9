import { SeededRandom } from './SeededRandom';
import { Zipf } from './Zipf';

/** What people write about most, the most frequent words first. */
const COMMON =
  `the to we is in and of for not it on a that with after can this our since
  from error when be you now still service please deploy log cluster timeout
  access pipeline request release config build test user account database
  token login page order version node team queue morning retry failed slow
  restart certificate staging production key index cache table role network
  latency payment invoice branch image container runner secret permission
  storage backup memory disk schema migration alert dashboard metric client
  server gateway proxy endpoint upload download report export import customer
  region domain address cost limit quota schedule message topic consumer
  producer package library upgrade rollback incident change check answer`.split(
    /\s+/,
  );

const START = ['b', 'br', 'c', 'd', 'dr', 'f', 'g', 'h', 'k', 'l', 'm', 'n'];
const MORE = ['p', 'pl', 'r', 's', 'st', 't', 'tr', 'v'];
const VOWELS = ['a', 'e', 'i', 'o', 'u'];
const ENDS = ['n', 'r', 's', 't', 'l', 'm', ''];

/** How many words there are beside the common ones. */
const RARE = 6000;

/** How many words stand in 0.1% of the tickets each. */
const MARKERS = 20;

/** Words that stand in exactly 0.1% of the tickets, as long as they are as many as a thousand. */
export const markers: readonly string[] = Array.from(
  { length: MARKERS },
  (_, index) =>
    `zq${VOWELS[index % 5]}${START[index % 12]}${VOWELS[Math.floor(index / 5)]}x`,
);

/** Says something plausible: few words often, many words rarely. */
export class Words {
  readonly #words: Zipf<string>;

  constructor() {
    const random = new SeededRandom(7);
    const consonants = [...START, ...MORE];
    const syllable = () =>
      random.pick(consonants) + random.pick(VOWELS) + random.pick(ENDS);
    const rare = new Set<string>();
    while (rare.size < RARE) {
      const word =
        syllable() + syllable() + (random.happens(0.5) ? syllable() : '');
      rare.add(word);
    }
    this.#words = new Zipf([...COMMON, ...rare], 2);
  }

  /** @param marker - a word that is to be among them */
  subject(random: SeededRandom, marker?: string): string {
    const words = this.#some(random, 4 + random.below(6));
    if (marker !== undefined) {
      words[random.below(words.length)] = marker;
    }
    return capitalised(words.join(' '));
  }

  /** Markdown of one to six sentences. */
  body(random: SeededRandom, marker?: string): string {
    const sentences = Array.from({ length: 1 + random.below(6) }, () =>
      this.#some(random, 5 + random.below(12)),
    );
    if (marker !== undefined) {
      random.pick(sentences)[0] = marker;
    }
    return sentences
      .map(words => `${capitalised(words.join(' '))}.`)
      .join(random.happens(0.2) ? '\n\n' : ' ');
  }

  #some(random: SeededRandom, count: number): string[] {
    return Array.from({ length: count }, () => this.#words.pick(random));
  }
}

function capitalised(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
