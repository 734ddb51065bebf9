import { searchQuerySchema, wordsOf } from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import {
  searchArbitrary,
  textArbitrary,
} from '../../__testUtils__/arbitraryTexts';
import { matchesQuery, mayMatch } from './matching';
import { readSearchQuery } from './searchQuery';

/** A query in short: `a b` in order, `a*` open. */
function read(text: string) {
  const { wanted, unwanted } = readSearchQuery(text);
  const short = ({ words, open }: (typeof wanted)[number]) =>
    words.join(' ') + (open ? '*' : '');
  return [wanted.map(short), unwanted.map(short)];
}

describe('what somebody looks for', () => {
  it.each<[string, string[], string[]]>([
    ['ledger', ['ledger*'], []],
    ['the ledger is slow', ['the', 'ledger', 'is', 'slow*'], []],
    ['"the ledger" slow', ['the ledger', 'slow*'], []],
    ['slow "the ledger"', ['slow', 'the ledger'], []],
    ['slow "the ledger', ['slow', 'the ledger'], []],
    ['ledger -slow', ['ledger'], ['slow']],
    ['ledger -"very slow"', ['ledger'], ['very slow']],
    ['-slow ledger', ['ledger*'], ['slow']],
    ['host-01', ['host 01*'], []],
    ['host-0 db', ['host 0', 'db'], []],
    ['T2026-0', ['t2026 0*'], []],
    ['vp', ['vp'], []],
    ['led* slow', ['led*', 'slow*'], []],
    ['le* slow -led*', ['le', 'slow'], ['led*']],
    ['a"b c"d', ['a', 'b c', 'd'], []],
    ['GRÖSSE', ['grosse*'], []],
    ['slow slow -fast "slow" -fast', ['slow'], ['fast']],
    ['-', [], []],
    ['--slow', [], ['slow']],
    ['"" \'; drop table tickets; --', ['drop', 'table', 'tickets'], []],
    ['NEAR(a b) AND NOT c:*', ['near a', 'b', 'and', 'not', 'c'], []],
    ['', [], []],
  ])('by %j is all of %j and none of %j', (text, wanted, unwanted) => {
    expect(read(text)).toEqual([wanted, unwanted]);
  });

  it.each<[string, string, boolean]>([
    ['ledger', 'The Ledger is slow', true],
    ['ledg', 'The Ledger is slow', true],
    ['edger', 'The Ledger is slow', false],
    ['ledg slow', 'The Ledger is slow', false],
    ['slow ledger', 'The Ledger is slow', true],
    ['"slow ledger"', 'The Ledger is slow', false],
    ['"ledger is"', 'The Ledger is slow', true],
    ['"ledger i"', 'The Ledger is slow', false],
    ['ledger -slow', 'The Ledger is slow', false],
    ['ledger -sl', 'The Ledger is slow', true],
    ['-fast', 'The Ledger is slow', false],
    ['host-0', 'restart host-01 please', true],
    ['host-01', 'restart host 02 and 01', false],
    ['uber', 'Über uns', true],
    ['ueber', 'Über uns', true],
    ['Über', 'Ueber uns', true],
    ['ueberweisung', 'Die Überweisung fehlt', true],
    ['Überweisung', 'Die UEBERWEISUNG fehlt', true],
    ['Überprüfung', 'Ueberprüfung', true],
    ['ueberprüfung', 'Überpruefung', true],
    ['ueberpr', 'Überprüfung', true],
    ['"groesse ae"', 'Größe AE', true],
    ['-fuer ohne', 'nicht für ohne', false],
    ['fuer', 'für', true],
    ['tuer', 'Die Tür', true],
    ['menue', 'Menü', true],
    ['strasse', 'Straße', true],
    ['Straße', 'STRASSE', true],
    ['gebuehrenueberpruefungen', 'Gebührenüberprüfungen', true],
    ['Michael', 'Michael', true],
    ['michael', 'Michal', false],
    ['Michal', 'Michael', false],
    ['israel', 'Israel', true],
    ['neue', 'Neue Maschine', true],
    ['neue', 'nue', false],
    ['queue', 'The queue', true],
    ['queue', 'Quü', false],
    ['steuer', 'Steur', false],
    ['fuel', 'fully', false],
    ['due', 'du', false],
    ['uber', 'Ueber uns', false],
    ['?!', 'anything', false],
  ])('by %j is found in %j: %s', (query, text, found) => {
    expect(matchesQuery(readSearchQuery(query), wordsOf(text))).toBe(found);
  });

  it('is nothing in just the texts that requests may not search for', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'-"* a?%\ufe70\u0345㈱①\u0301東'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 8 }), text => {
        const { success } = searchQuerySchema.safeParse({ text });
        expect(success).toBe(readSearchQuery(text).wanted.length > 0);
      }),
      { numRuns: 5000 },
    );
  });

  it('is told early to be in no text without its letters, and in none else', () => {
    expect(mayMatch(readSearchQuery('fast led'), 'The ledger is slow')).toBe(
      false,
    );
    fc.assert(
      fc.property(searchArbitrary, textArbitrary, (typed, text) => {
        const query = readSearchQuery(typed);
        fc.pre(matchesQuery(query, wordsOf(text)));
        expect(mayMatch(query, text)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds every text by itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), text => {
        const words = wordsOf(text);
        fc.pre(words.length > 0);
        const query = readSearchQuery(`"${text.replaceAll('"', ' ')}"`);
        expect(matchesQuery(query, words)).toBe(true);
        expect(mayMatch(query, text)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
