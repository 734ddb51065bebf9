import fc from 'fast-check';
import type { NewMessage } from '../store/messages/StoredMessage';
import { people } from './arbitraryTickets';

/** Few words, so that what is looked for is often there. */
const vocabulary = [
  'ledger',
  'led',
  'LEDGERS',
  'host-01',
  'host',
  '01',
  'Größe',
  'Groesse',
];

/** Texts of a few words, which may be empty. */
export const textArbitrary = fc
  .array(fc.constantFrom(...vocabulary, '!'), { maxLength: 4 })
  .map(words => words.join(' '));

/** What can be typed: words, parts of them, and all that has a meaning. */
export const searchArbitrary = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('', '', '', '-'),
        fc.constantFrom(
          ...vocabulary,
          'ledg',
          'hos',
          'host-0',
          'T1',
          'le*',
          'groe',
          'GROESS*',
        ),
        fc.constantFrom('', '', '"'),
      )
      .map(([minus, words, quote]) => `${minus}${quote}${words}${quote}`),
    { minLength: 1, maxLength: 3 },
  )
  .map(terms => terms.join(' '));

/** Fields of a form that shows `region` outside, and hides `cost`. */
export const fieldsArbitrary = fc.record(
  { region: textArbitrary, cost: textArbitrary, other: textArbitrary },
  { requiredKeys: [] },
);

/** Messages of every kind. */
export const messagesArbitrary: fc.Arbitrary<NewMessage[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom(
        'reply' as const,
        'note' as const,
        'private' as const,
      ),
      author: fc.constantFrom(...people),
      body: textArbitrary,
      recipients: fc.subarray(people),
    })
    .map(message => ({
      ...message,
      recipients: message.kind === 'private' ? message.recipients : [],
      side: 'team',
      createdAt: new Date(0),
    })),
  { maxLength: 3 },
);
