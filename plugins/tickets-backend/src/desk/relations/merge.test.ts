import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../../__testUtils__/databases';
import { QUEUE, lifeDesk } from '../../__testUtils__/lifeDesk';
import { outcomeOf } from '../../__testUtils__/outcome';
import { caller } from '../../__testUtils__/testDesk';
import {
  type NewEvent,
  type TicketState,
  applyEvent,
} from '../../domain/ticketState';

jest.setTimeout(120_000);

const databases = testDatabases();
const page = { limit: 100 };

function user(name: string): string {
  return `user:default/${name}`;
}

describe.each(databases.ids)('merging tickets on %s', id => {
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    life = await lifeDesk(await databases.init(id));
  });

  function merge(name: string, ticket: string, into: string): Promise<Ticket> {
    return life.desk.mergeTicket(caller(name), { ticket }, { into });
  }

  async function say(
    name: string,
    ticket: string,
    kind: 'reply' | 'note' | 'private',
    body: string = kind,
  ) {
    return life.desk.addMessage(
      caller(name),
      { ticket },
      kind === 'private'
        ? { kind, body, recipients: [user('second-agent'), user('requester')] }
        : { kind, body },
    );
  }

  async function seenBy(name: string, ticket: string) {
    return (await life.desk.listMessages(caller(name), ticket, page)).items;
  }

  async function replayed(ticketId: string): Promise<TicketState | undefined> {
    const events = await life.context.store.events.list(ticketId, page);
    return events
      .reverse()
      .reduce<TicketState | undefined>(
        (state, event: NewEvent) =>
          applyEvent(life.context.config, state, event),
        undefined,
      );
  }

  it('brings conversation, people and links to the other ticket', async () => {
    const { desk } = life;
    const from = await life.file({
      message: 'It is slow',
      cc: [user('cc-person')],
    });
    const into = await desk.fileTicket(caller('owner'), {
      subject: 'Slow ledger',
      message: 'Slow here too',
      assets: ['component:default/ledger'],
    });
    const other = await life.file();
    await desk.addPerson(
      caller('second-agent'),
      { ticket: from.id },
      { ref: user('second-agent'), role: 'watcher' },
    );
    await desk.linkTickets(
      caller('agent'),
      { ticket: from.id },
      { type: 'blocks', ticket: other.id },
    );
    await desk.linkTickets(
      caller('agent'),
      { ticket: from.id },
      { type: 'duplicates', ticket: into.id },
    );
    await say('agent', from.id, 'note', 'The same as the other one');

    const merged = await merge('agent', from.id, into.number);
    expect(merged).toMatchObject({
      id: into.id,
      number: into.number,
      subject: 'Slow ledger',
      requester: user('owner'),
      people: [
        { ref: user('requester'), role: 'to' },
        { ref: user('cc-person'), role: 'cc' },
        { ref: user('second-agent'), role: 'watcher' },
      ],
    });
    expect(
      (await seenBy('agent', into.id)).map(({ body, origin, ticket }) => [
        body,
        origin,
        ticket,
      ]),
    ).toEqual([
      ['The same as the other one', from.number, into.id],
      ['Slow here too', undefined, into.id],
      ['It is slow', from.number, into.id],
    ]);
    expect(
      (await desk.listLinks(caller('agent'), into.id)).items,
    ).toMatchObject([
      { type: 'blocks', outward: true, ticket: { id: other.id } },
    ]);
    expect(
      (await desk.listLinks(caller('agent'), other.id)).items,
    ).toMatchObject([
      { type: 'blocks', outward: false, ticket: { id: into.id } },
    ]);
    expect((await life.changes(into.id)).at(-1)).toEqual({
      type: 'merged-from',
      ticket: from.id,
      number: from.number,
    });
  });

  it('lets the number of the merged ticket lead on, also over several merges', async () => {
    const [a, b, c] = [await life.file(), await life.file(), await life.file()];
    await say('requester', a.id, 'reply', 'On the first');
    await merge('agent', a.id, b.id);
    await say('requester', a.number, 'reply', 'By the first number');
    await merge('agent', a.number, c.number);
    for (const key of [a.id, a.number, b.id, b.number]) {
      expect((await life.desk.getTicket(caller('requester'), key)).id).toBe(
        c.id,
      );
    }
    const messages = await seenBy('requester', a.number);
    expect(messages.map(({ body, origin }) => [body, origin])).toEqual([
      ['By the first number', b.number],
      ['On the first', a.number],
    ]);
    const events = await life.desk.listEvents(caller('agent'), c.id, page);
    expect(
      events.items
        .filter(({ detail }) => detail.type.startsWith('merged'))
        .map(({ detail, origin }) => [detail.type, origin]),
    ).toEqual([
      ['merged-from', undefined],
      ['merged-into', b.number],
      ['merged-from', b.number],
      ['merged-into', a.number],
    ]);
    const times = events.items.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('takes the merged ticket out of lists and counts, and closes it', async () => {
    const from = await life.file();
    const into = await life.file();
    const ids = async () =>
      (
        await life.desk.listTickets(caller('agent'), {
          ...page,
          sort: 'createdAt',
          order: 'desc',
        })
      ).items.map(ticket => ticket.id);
    const before = await life.desk.countTickets(caller('agent'), {});
    await merge('agent', from.id, into.id);
    expect(await ids()).toContain(into.id);
    expect(await ids()).not.toContain(from.id);
    const after = await life.desk.countTickets(caller('agent'), {});
    expect(after).toEqual({ ...before, orange: before.orange - 1 });
    const [source] = await life.context.store.tickets.findByIds([from.id]);
    expect(source).toMatchObject({ status: 'closed', mergedInto: into.id });
  });

  it('leaves both tickets as their events say', async () => {
    const from = await life.file({ cc: [user('cc-person')] });
    const into = await life.desk.fileTicket(caller('owner'), {
      subject: 'Other',
    });
    await merge('admin', from.id, into.id);
    const tickets = await life.context.store.tickets.findByIds([
      from.id,
      into.id,
    ]);
    expect(tickets).toHaveLength(2);
    for (const ticket of tickets) {
      expect(ticket).toMatchObject({ ...(await replayed(ticket.id)) });
    }
  });

  it('keeps private messages to those they are from and for', async () => {
    const from = await life.file();
    const into = await life.file();
    await say('agent', from.id, 'private', 'xyzzy');
    await merge('agent', from.id, into.id);
    const bodies = async (name: string) =>
      (await seenBy(name, into.id)).map(({ body }) => body);
    expect(await bodies('second-agent')).toEqual(['xyzzy']);
    expect(await bodies('requester')).toEqual(['xyzzy']);
    expect(await bodies('admin')).toEqual([]);
    expect(await bodies('colleague')).toEqual([]);
  });

  it('shows no field that the form of the merged ticket hides', async () => {
    const form = (hidden: string[]) => ({
      schema: { type: 'object', properties: { cost: { type: 'string' } } },
      hidden,
    });
    const { desk, file: fileHere } = await lifeDesk(await databases.init(id), {
      tickets: {
        categories: [
          { id: 'closed', title: 'Hides it', form: form(['cost']) },
          { id: 'open', title: 'Shows it', form: form([]) },
        ],
        cannedReplies: [],
      },
    });
    const from = await fileHere({ category: 'closed' });
    const into = await fileHere({ category: 'open' });
    const [here, there] = ['1234 EUR', '5678 EUR'];
    for (const [{ id: ticket }, cost] of [
      [from, here],
      [into, there],
    ] as const) {
      await desk.editTicket(caller('agent'), { ticket }, { fields: { cost } });
    }
    await desk.mergeTicket(
      caller('agent'),
      { ticket: from.id },
      { into: into.id },
    );
    const history = async (name: string) =>
      JSON.stringify(await desk.listEvents(caller(name), into.id, page));
    expect(await history('agent')).toContain(here);
    expect(await history('requester')).toContain(there);
    expect(await history('requester')).not.toContain(here);
  });

  it('keeps who filed it for somebody else from losing access', async () => {
    const from = await life.desk.fileTicket(caller('other-agent'), {
      subject: 'On behalf',
      onBehalfOf: user('requester'),
      visibility: 'confidential',
      assets: [QUEUE],
    });
    const into = await life.file({ assets: [QUEUE] });
    await life.desk.editTicket(
      caller('agent'),
      { ticket: into.id },
      { visibility: 'confidential' },
    );
    const { people } = await merge('agent', from.id, into.id);
    expect(people).toEqual([{ ref: user('other-agent'), role: 'cc' }]);
  });

  it.each<[Ticket['visibility'], Ticket['visibility'], string]>([
    ['public', 'confidential', 'done'],
    ['confidential', 'public', 'ConflictError'],
    ['internal', 'public', 'ConflictError'],
    ['public', 'internal', 'ConflictError'],
  ])('puts a %s ticket into a %s one: %s', async (from, into, outcome) => {
    const withVisibility = async (visibility: Ticket['visibility']) => {
      const { id: ticket } = await life.file();
      await life.desk.editTicket(caller('agent'), { ticket }, { visibility });
      return ticket;
    };
    const merged = merge(
      'agent',
      await withVisibility(from),
      await withVisibility(into),
    );
    expect(await outcomeOf(merged)).toBe(outcome);
  });

  it('shows nobody the confidential conversation of another requester', async () => {
    const from = await life.file();
    const into = await life.desk.fileTicket(caller('agent'), {
      subject: 'For somebody else',
      onBehalfOf: user('outsider'),
      assets: [QUEUE],
    });
    await life.desk.editTicket(
      caller('agent'),
      { ticket: into.id },
      { visibility: 'confidential' },
    );
    await expect(merge('agent', from.id, into.id)).rejects.toThrow(
      `Merging would show a confidential conversation to ${user('requester')}`,
    );
  });

  it('gives an organisation that lost its access none by merging', async () => {
    const [from, into] = [await life.file(), await life.file()];
    await life.desk.setOrganisationAccess(
      caller('requester'),
      { ticket: from.id },
      { granted: false },
    );
    expect(await merge('agent', from.id, into.id)).toMatchObject({
      organisationAccess: false,
    });
  });

  it('refuses what is one ticket already', async () => {
    const [a, b] = [await life.file(), await life.file()];
    const conflict = { name: 'ConflictError' };
    await expect(merge('agent', a.id, a.number)).rejects.toMatchObject(
      conflict,
    );
    await merge('agent', a.id, b.id);
    await expect(merge('agent', a.id, b.id)).rejects.toMatchObject(conflict);
    await expect(merge('agent', b.id, a.id)).rejects.toMatchObject(conflict);
  });

  it('refuses to make a ticket the parent of its own parent', async () => {
    const [a, b, c] = [await life.file(), await life.file(), await life.file()];
    const parent = (ticket: string, child: string) =>
      life.desk.linkTickets(
        caller('agent'),
        { ticket },
        { type: 'parent', ticket: child },
      );
    await parent(a.id, b.id);
    await parent(b.id, c.id);
    await expect(merge('agent', a.id, c.id)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect(
      (await life.desk.listLinks(caller('agent'), b.id)).items,
    ).toHaveLength(2);
    await merge('agent', a.id, b.id);
    expect(
      (await life.desk.listLinks(caller('agent'), b.id)).items,
    ).toMatchObject([{ type: 'parent', outward: true, ticket: { id: c.id } }]);
  });

  it.each<[name: string, error: string]>([
    ['requester', 'NotAllowedError'],
    ['colleague', 'NotAllowedError'],
    ['other-agent', 'NotAllowedError'],
    ['outsider', 'NotFoundError'],
  ])('is not for %s', async (name, error) => {
    const [a, b] = [await life.file(), await life.file()];
    await expect(merge(name, a.id, b.id)).rejects.toMatchObject({
      name: error,
    });
  });

  it('needs the right on both tickets', async () => {
    const own = await life.file();
    const others = await life.file({ assets: [] });
    expect(others.team).toBe('group:default/other-support');
    for (const [from, into] of [
      [own.id, others.id],
      [others.id, own.id],
    ]) {
      await expect(merge('agent', from, into)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    }
    await expect(merge('agent', own.id, 'T1999-1')).rejects.toMatchObject({
      issues: [{ path: 'into', message: 'There is no ticket T1999-1' }],
    });
  });

  it('refuses a version that is no longer the present one', async () => {
    const [a, b] = [await life.file(), await life.file()];
    await life.desk.editTicket(
      caller('agent'),
      { ticket: a.id },
      { priority: 'low' },
    );
    await expect(
      life.desk.mergeTicket(
        caller('agent'),
        { ticket: a.id, version: 1 },
        { into: b.id },
      ),
    ).rejects.toMatchObject({ name: 'StaleTicketError', version: 2 });
  });

  it('goes one way only when both are merged into each other at once', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await life.file(), await life.file()];
      const outcomes = await Promise.all([
        outcomeOf(merge('agent', a.id, b.id)),
        outcomeOf(merge('second-agent', b.id, a.id)),
      ]);
      expect(outcomes.sort()).toEqual(['ConflictError', 'done']);
      const one = await life.desk.getTicket(caller('agent'), a.id);
      const two = await life.desk.getTicket(caller('agent'), b.id);
      expect(one.id).toBe(two.id);
    }
  });
});
