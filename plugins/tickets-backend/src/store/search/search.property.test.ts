import {
  deskAdministerPermission,
  ticketReadPermission,
  wordsOf,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import {
  fieldsArbitrary,
  messagesArbitrary,
  searchArbitrary,
  textArbitrary,
} from '../../__testUtils__/arbitraryTexts';
import {
  criteriaArbitrary,
  groups,
  people,
  statuses,
  ticketsArbitrary,
} from '../../__testUtils__/arbitraryTickets';
import { cases } from '../../__testUtils__/cases';
import { testDatabases } from '../../__testUtils__/databases';
import { readableTexts } from '../../__testUtils__/readableTexts';
import { textConditions } from '../../desk/search/textConditions';
import { type Scope, scopeOf } from '../../domain/access/access';
import type { PermissionDecision } from '../../domain/access/decisions';
import type { CategoryForm } from '../../domain/forms/forms';
import { matchesQuery } from '../../domain/search/matching';
import { isNumberSought } from '../../domain/ticketNumbers';
import { DeskStore } from '../DeskStore';
import type { NewMessage } from '../messages/StoredMessage';
import type { FoundTicket } from './FoundTickets';
import { SearchStore } from './SearchStore';
import type { SearchPosition } from './SearchRequest';
import type { TextConditions } from '../where/TicketConditions';

jest.setTimeout(240_000);

const form = {
  schema: {
    type: 'object',
    properties: { region: { type: 'string' }, cost: { type: 'string' } },
  },
  hidden: ['cost'],
};
const withForm = { incident: form };

/** What is found depends on the forms, of which a desk may have none. */
const formsArbitrary = fc.constantFrom<Readonly<Record<string, CategoryForm>>>(
  withForm,
  withForm,
  {},
);

const categoriesWith = (forms: Readonly<Record<string, CategoryForm>>) =>
  ['incident', 'question'].map(id => ({ id, form: forms[id] }));

/** Tickets with all that they are found by, each after its last edit. */
const worldArbitrary = ticketsArbitrary.chain(tickets =>
  fc.tuple(
    ...tickets.map(ticket =>
      fc.record({
        ticket: fc.constant(ticket),
        subjects: fc.tuple(textArbitrary, textArbitrary),
        fields: fc.tuple(fieldsArbitrary, fieldsArbitrary),
        messages: messagesArbitrary,
      }),
    ),
  ),
);

const viewerArbitrary = fc
  .record({
    ref: fc.constantFrom(...people),
    own: fc.subarray(groups),
    admins: fc.subarray([people[2], groups[2]]),
    teams: fc.subarray(groups),
    agentsSee: fc.constantFrom('all' as const, 'own-team' as const),
    read: fc.option(criteriaArbitrary, { nil: undefined, freq: 2 }),
  })
  .map(({ ref, own, read, ...policy }) =>
    scopeOf(
      policy,
      { ref, belongsTo: new Set([ref, ...own]) },
      {
        decisions: read && {
          statuses,
          byPermission: new Map<string, PermissionDecision>([
            [ticketReadPermission.name, read],
            [deskAdministerPermission.name, true],
          ]),
        },
      },
    ),
  );

const databases = testDatabases();

/** All that a search finds, two tickets at a time. */
async function everyPage(
  store: SearchStore,
  scope: Scope,
  text: TextConditions,
): Promise<FoundTicket[]> {
  const found: FoundTicket[] = [];
  let position: SearchPosition | undefined;
  do {
    const { tickets, stoppedAt } = await store.find(scope, {
      text,
      where: {},
      limit: 2,
      position,
    });
    found.push(...tickets);
    position = tickets.length === 2 ? tickets[1].position : stoppedAt;
  } while (position);
  return found;
}

describe.each(databases.ids)('searches on %s', id => {
  it('find exactly the tickets with a text that the caller may read and that matches', async () => {
    const knex = await databases.init(id);
    const store = new DeskStore(knex);
    // those who see few tickets, those who see many, and much to look at
    const bounded = [
      store.search,
      new SearchStore(knex, { batches: 8, fewTickets: 1 }),
      new SearchStore(knex, { batches: 1, fewTickets: 1 }),
    ];
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        worldArbitrary,
        fc.array(fc.tuple(viewerArbitrary, searchArbitrary, formsArbitrary), {
          minLength: 5,
          maxLength: 10,
        }),
        async (world, searches) => {
          await knex('tickets').delete();
          const tickets = [];
          const written: Record<string, NewMessage> = {};
          for (const { ticket, subjects, fields, messages } of world) {
            const [before, after] = [0, 1].map(index => ({
              ...ticket,
              subject: subjects[index],
              fields: fields[index],
            }));
            await store.tickets.insert(before);
            for (const message of messages) {
              const stored = await store.messages.insert(ticket.id, message);
              written[stored.id] = message;
            }
            await store.tickets.update(before, after);
            tickets.push({ ticket: after, messages });
          }
          for (const [scope, search, forms] of searches) {
            const categories = categoriesWith(forms);
            const text = textConditions({ categories }, search);
            const { query, number } = text;
            const readable = tickets
              .map(({ ticket, messages }) => ({
                ticket,
                texts: readableTexts(scope, forms, ticket, messages),
              }))
              .filter(({ texts }) => texts.length > 0)
              .map(({ ticket, texts }) => ({
                ticket,
                byText: texts.some(one => matchesQuery(query, wordsOf(one))),
                byNumber:
                  number !== undefined && isNumberSought(number, ticket.number),
              }));
            const idsWhere = (
              holds: (one: (typeof readable)[number]) => boolean,
            ) => readable.filter(holds).map(({ ticket }) => ticket.id);
            const expected = idsWhere(one => one.byText);
            const inLists = idsWhere(one => one.byText || one.byNumber);
            const numbered = number
              ? await store.search.findNumbered(scope, { number, where: {} })
              : [];
            expect(numbered.map(({ ticket }) => ticket.id).sort()).toEqual(
              idsWhere(one => one.byNumber).sort(),
            );
            for (const { ticket } of numbered) {
              const whole = readable.find(one => one.ticket.id === ticket.id);
              expect(whole?.ticket).toMatchObject(ticket);
            }
            const ways = [
              text,
              { ...text, frequent: true },
              { ...text, frequent: false },
            ];
            for (const way of ways) {
              const listed = await store.lists.list(scope, {
                where: { text: way },
                sort: { by: 'createdAt' },
                order: 'asc',
                limit: 100,
                totalCap: 100,
              });
              const ids = listed.tickets.map(ticket => ticket.id);
              expect([search, ids]).toEqual([search, inLists]);
              expect(listed.total).toBe(inLists.length);
              const counts = await store.lists.countEach(
                scope,
                [{ text: way }],
                100,
              );
              expect(counts).toEqual([inLists.length]);
            }
            found += expected.length;
            for (const searching of bounded) {
              const pages = await everyPage(searching, scope, text);
              expect(pages.map(({ ticket }) => ticket.id).sort()).toEqual(
                [...expected].sort(),
              );
              for (const hit of pages) {
                expect(
                  readableTexts(
                    scope,
                    forms,
                    hit.ticket,
                    hit.messages.map(({ id: message }) => written[message]),
                  ),
                ).toEqual(
                  expect.arrayContaining(hit.messages.map(({ body }) => body)),
                );
              }
            }
          }
        },
      ),
      { numRuns: cases(100) },
    );
    expect(found).toBeGreaterThan(cases(100));
  });
});
