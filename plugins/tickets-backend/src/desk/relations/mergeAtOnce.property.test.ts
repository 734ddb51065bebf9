import fc from 'fast-check';
import createKnex, { type Knex } from 'knex';
import { cases } from '../../__testUtils__/cases';
import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { outcomeOf } from '../../__testUtils__/outcome';
import { caller } from '../../__testUtils__/testDesk';
import { DeskStore } from '../../store/DeskStore';
import { guardedStore } from '../../store/database/guardedStore';

jest.setTimeout(120_000);

const databases = testDatabases();
const page = { limit: 100 };
const readers = ['requester', 'colleague', 'agent', 'second-agent', 'admin'];

interface Writing {
  readonly on: number;
  readonly by: 'agent' | 'second-agent';
  readonly kind: 'reply' | 'note' | 'private';
}

interface Merging {
  readonly from: number;
  readonly into: number;
}

const writing = fc.record<Writing>({
  on: fc.nat(2),
  by: fc.constantFrom('agent', 'second-agent'),
  kind: fc.constantFrom('reply', 'note', 'private'),
});
const merging = fc.record<Merging>({ from: fc.nat(2), into: fc.nat(2) });
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: writing },
    { weight: 1, arbitrary: merging },
  ),
  { minLength: 4, maxLength: 12 },
);

/** A desk does anew what another transaction got into the way of. */
const guarded = (knex: Knex) => ({
  context: { store: guardedStore(new DeskStore(knex)) },
});

/** How often PostgreSQL had to end a circle of transactions. */
async function deadlocks(knex: Knex): Promise<number> {
  if (knex.client.config.client !== 'pg') {
    return 0;
  }
  const { rows } = await knex.raw(
    'select deadlocks from pg_stat_database where datname = current_database()',
  );
  return Number(rows[0].deadlocks);
}

describe.each(databases.ids)('many merges on %s', id => {
  let knex: Knex;
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    knex = await databases.init(id);
    life = await lifeDesk(knex, guarded(knex));
  });

  async function file(count: number): Promise<string[]> {
    const numbers = [];
    for (let index = 0; index < count; index++) {
      numbers.push((await life.file({ message: `Ticket ${index}` })).number);
    }
    return numbers;
  }

  function merge(ticket: string, into: string) {
    return life.desk.mergeTicket(caller('agent'), { ticket }, { into });
  }

  function link(ticket: string, type: 'relates' | 'blocks', other: string) {
    return life.desk.linkTickets(
      caller('agent'),
      { ticket },
      { type, ticket: other },
    );
  }

  function write({ by, kind }: Writing, ticket: string, body: string) {
    const recipients = ['user:default/requester'];
    return life.desk.addMessage(
      caller(by),
      { ticket },
      kind === 'private' ? { kind, body, recipients } : { kind, body },
    );
  }

  /** The messages that somebody finds by these numbers; each ticket is read once. */
  async function seenBy(name: string, numbers: string[]): Promise<string[]> {
    const tickets = await Promise.all(
      numbers.map(number => life.desk.getTicket(caller(name), number)),
    );
    const messages = [];
    for (const ticket of new Set(tickets.map(found => found.id))) {
      const { items } = await life.desk.listMessages(
        caller(name),
        ticket,
        page,
      );
      messages.push(...items);
    }
    return messages.map(message => `${message.id} ${message.body}`).sort();
  }

  function seenByAll(numbers: string[]): Promise<string[][]> {
    return Promise.all(readers.map(name => seenBy(name, numbers)));
  }

  /** Writes something; or merges, by which nobody sees more or less. */
  async function take(
    step: Writing | Merging,
    numbers: string[],
    index: number,
  ): Promise<void> {
    if ('kind' in step) {
      await write(step, numbers[step.on], `${step.kind} ${index}`);
      return;
    }
    const before = await seenByAll(numbers);
    const outcome = await outcomeOf(
      merge(numbers[step.from], numbers[step.into]),
    );
    expect(['done', 'ConflictError']).toContain(outcome);
    expect(await seenByAll(numbers)).toEqual(before);
  }

  it('lose no message and double none, for anybody', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async script => {
        const numbers = await file(3);
        for (const [index, step] of script.entries()) {
          await take(step, numbers, index);
        }
        const tickets = knex('tickets').select('id').whereIn('number', numbers);
        expect(
          await knex('ticket_messages').whereIn('ticket_id', tickets),
        ).toHaveLength(3 + script.filter(step => 'kind' in step).length);
      }),
      { numRuns: cases(15) },
    );
  });

  it('wait for nobody forever, whatever else happens to the tickets', async () => {
    const numbers = await file(4);
    const pairs = numbers.flatMap(one =>
      numbers.filter(two => two !== one).map(two => [one, two] as const),
    );
    for (const [one, two] of pairs) {
      await link(one, 'blocks', two);
    }
    const outcomes = await Promise.all(
      pairs.flatMap(([one, two], index) =>
        [
          write({ on: 0, by: 'agent', kind: 'reply' }, one, `message ${index}`),
          merge(one, two),
          link(two, 'relates', one),
        ].map(outcomeOf),
      ),
    );
    // refused since both are one ticket by now, or were merged meanwhile
    const expected = ['done', 'ConflictError', 'InputError'];
    expect(outcomes.filter(outcome => !expected.includes(outcome))).toEqual([]);
    expect(await deadlocks(knex)).toBe(0);
    expect(await seenBy('agent', numbers)).toHaveLength(
      numbers.length + pairs.length,
    );
  });

  it('lose no word for search, when two replicas merge and write at once', async () => {
    const another =
      id === 'SQLITE_3' ? knex : createKnex(knex.client.config as Knex.Config);
    const replica = await lifeDesk(another, guarded(another));
    const first = life;
    const say = (
      on: typeof first,
      kind: 'reply' | 'note',
      ticket: string,
      body: string,
    ) => on.desk.addMessage(caller('agent'), { ticket }, { kind, body });
    for (let round = 0; round < 8; round++) {
      const word = (what: string) => `${what}${id.length}x${round}`;
      const [from, into] = [
        await life.file({ subject: word('quagga'), message: word('okapi') }),
        await life.file({ subject: word('zebra') }),
      ];
      const outcomes = await Promise.all(
        [
          say(replica, 'reply', from.id, word('lemur')),
          merge(from.id, into.id),
          say(replica, 'note', from.number, word('tapir')),
          say(first, 'reply', into.id, word('gecko')),
          say(replica, 'reply', from.id, word('bison')),
        ].map(outcomeOf),
      );
      expect(outcomes).toEqual(['done', 'done', 'done', 'done', 'done']);
      const words = 'quagga okapi zebra lemur tapir gecko bison'.split(' ');
      for (const what of words) {
        const { items } = await replica.desk.searchTickets(caller('agent'), {
          text: word(what),
          limit: 10,
        });
        expect([what, items.map(({ ticket }) => ticket.id)]).toEqual([
          what,
          [into.id],
        ]);
      }
      const left = await knex('ticket_texts').where({ ticket_id: from.id });
      expect(left).toEqual([]);
    }
    if (another !== knex) {
      await another.destroy();
    }
  });

  it('are deleted while others write by the numbers that lead there', async () => {
    for (let round = 0; round < 5; round++) {
      const [into, ...sources] = await file(4);
      for (const source of sources) {
        await merge(source, into);
      }
      const outcomes = await Promise.all(
        [
          life.desk.deleteTicket(caller('admin'), { ticket: into }),
          ...sources.map(source =>
            write({ on: 0, by: 'agent', kind: 'reply' }, source, 'Hello'),
          ),
        ].map(outcomeOf),
      );
      expect(outcomes[0]).toBe('done');
      expect(['done', 'NotFoundError']).toEqual(
        expect.arrayContaining(outcomes),
      );
      expect(await knex('tickets').whereIn('number', sources)).toEqual([]);
    }
  });

  it('keep links between tickets that go elsewhere at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b, c, d] = await file(4);
      await link(a, 'blocks', c);
      await link(c, 'blocks', a);
      await Promise.all([merge(a, b), merge(c, d)]);
      const { items } = await life.desk.listLinks(caller('agent'), b);
      expect(
        items.map(({ outward, ticket }) => [outward, ticket.number]),
      ).toEqual(
        expect.arrayContaining([
          [true, d],
          [false, d],
        ]),
      );
      const ended = await knex('ticket_links')
        .join('tickets', 'tickets.id', 'ticket_links.from_ticket')
        .whereNotNull('tickets.merged_into');
      expect(ended).toEqual([]);
    }
  });
});
