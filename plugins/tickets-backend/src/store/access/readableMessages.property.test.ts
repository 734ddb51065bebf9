import fc from 'fast-check';
import { people } from '../../__testUtils__/arbitraryTickets';
import { messagesArbitrary } from '../../__testUtils__/arbitraryTexts';
import { cases } from '../../__testUtils__/cases';
import { testDatabases } from '../../__testUtils__/databases';
import { layTicketRow, ticketRow } from '../../__testUtils__/ticketRow';
import { readsMessage } from '../../domain/access/readableMessage';
import { DeskStore } from '../DeskStore';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('the messages of a ticket on %s', id => {
  it('are listed for exactly those who may read them', async () => {
    const knex = await databases.init(id);
    await layTicketRow(knex);
    const store = new DeskStore(knex);
    await fc.assert(
      fc.asyncProperty(messagesArbitrary, async messages => {
        await knex('ticket_messages').delete();
        const written = new Map<string, (typeof messages)[number]>();
        for (const message of messages) {
          const { id: seq } = await store.messages.insert(
            ticketRow.id,
            message,
          );
          written.set(seq, message);
        }
        for (const ref of people) {
          for (const inside of [false, true]) {
            const reader = { ref, inside };
            const listed = await store.messages.list(ticketRow.id, reader, {
              limit: 100,
            });
            const readable = [...written]
              .filter(([, message]) => readsMessage(reader, message))
              .map(([seq]) => seq);
            expect([reader, listed.map(message => message.id)]).toEqual([
              reader,
              readable.reverse(),
            ]);
          }
        }
      }),
      { numRuns: cases(100) },
    );
  });
});
