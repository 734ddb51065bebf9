import type { LinkRequest } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../../__testUtils__/databases';
import { QUEUE, WEBSITE, lifeDesk } from '../../__testUtils__/lifeDesk';
import { outcomeOf } from '../../__testUtils__/outcome';
import { caller } from '../../__testUtils__/testDesk';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('links between tickets on %s', id => {
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    life = await lifeDesk(await databases.init(id));
  });

  async function tickets(count: number): Promise<string[]> {
    const filed = [];
    for (let index = 0; index < count; index++) {
      filed.push((await life.file({ subject: `Ticket ${index}` })).id);
    }
    return filed;
  }

  function link(name: string, ticket: string, request: LinkRequest) {
    life.clock.advance(1);
    return life.desk.linkTickets(caller(name), { ticket }, request);
  }

  function unlink(name: string, ticket: string, request: LinkRequest) {
    return life.desk.unlinkTickets(caller(name), { ticket }, request);
  }

  async function ends(name: string, ticket: string) {
    const { items } = await life.desk.listLinks(caller(name), ticket);
    return items.map(({ type, outward, ticket: other }) => [
      type,
      outward ? 'to' : 'from',
      other.id,
    ]);
  }

  it('are seen from both tickets, and stand in both histories', async () => {
    const [a, b] = await tickets(2);
    const links = await link('agent', a, { type: 'blocks', ticket: b });
    expect(links.items).toMatchObject([
      {
        type: 'blocks',
        outward: true,
        ticket: { id: b, subject: 'Ticket 1', portalStatus: 'in-progress' },
      },
    ]);
    expect(await ends('requester', b)).toEqual([['blocks', 'from', a]]);
    await unlink('agent', b, { type: 'blocks', ticket: a, outward: false });
    expect(await ends('agent', a)).toEqual([]);
    for (const [here, there, outward] of [
      [a, b, true],
      [b, a, false],
    ] as const) {
      const other = { link: 'blocks', outward, ticket: there };
      expect(await life.changes(here)).toMatchObject([
        { type: 'linked', ...other },
        { type: 'unlinked', ...other },
      ]);
      // not everybody who reads one ticket may know of the other
      expect(await life.desk.getTicket(caller('agent'), here)).toMatchObject({
        version: 1,
      });
    }
  });

  it.each<[what: string, again: LinkRequest['type'], outward: boolean]>([
    ['of any type', 'duplicates', true],
    ['that have no direction', 'relates', false],
  ])('%s are made once', async (_, type, outward) => {
    const [a, b] = await tickets(2);
    await link('agent', a, { type, ticket: b });
    const before = await life.desk.getTicket(caller('agent'), a);
    await link('agent', a, { type, ticket: b, outward });
    expect(await ends('agent', a)).toEqual([[type, 'to', b]]);
    expect(await life.desk.getTicket(caller('agent'), a)).toEqual(before);
    await unlink('agent', a, { type, ticket: b, outward });
    await unlink('agent', a, { type, ticket: b });
    expect(await ends('agent', b)).toEqual([]);
    expect(await life.changes(a)).toHaveLength(2);
  });

  it('never make a ticket the parent of its own parents', async () => {
    const [a, b, c] = await tickets(3);
    await link('agent', a, { type: 'parent', ticket: b });
    await link('agent', c, { type: 'parent', ticket: b, outward: false });
    for (const [parent, child] of [
      [b, a],
      [c, b],
      [c, a],
    ]) {
      await expect(
        link('agent', parent, { type: 'parent', ticket: child }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
    }
    await link('agent', a, { type: 'parent', ticket: c });
    await link('agent', c, { type: 'blocks', ticket: a });
    expect(await ends('agent', c)).toEqual([
      ['parent', 'from', b],
      ['parent', 'from', a],
      ['blocks', 'to', a],
    ]);
  });

  it('do not lead from a ticket to itself', async () => {
    const [a] = await tickets(1);
    await expect(
      link('agent', a, { type: 'relates', ticket: a }),
    ).rejects.toMatchObject({ issues: [{ path: 'ticket' }] });
  });

  it('do not lead to what the caller cannot read, as if it did not exist', async () => {
    const [a] = await tickets(1);
    const { id: hidden, number } = await life.desk.fileTicket(
      caller('other-agent'),
      {
        subject: 'Confidential',
        visibility: 'confidential',
        team: 'group:default/other-support',
      },
    );
    for (const ticket of [hidden, number, 'T2000-99999']) {
      await expect(
        link('agent', a, { type: 'relates', ticket }),
      ).rejects.toMatchObject({
        issues: [{ path: 'ticket', message: `There is no ticket ${ticket}` }],
      });
    }
  });

  it('are shown only to those who may read the other ticket', async () => {
    const [a] = await tickets(1);
    const { id: hidden } = await life.file({
      subject: 'xyzzy',
      assets: [QUEUE],
    });
    await life.desk.editTicket(
      caller('agent'),
      { ticket: hidden },
      { visibility: 'internal' },
    );
    await link('agent', a, { type: 'relates', ticket: hidden });
    expect(await ends('second-agent', a)).toHaveLength(1);
    expect(await ends('requester', a)).toEqual([]);
    const { items } = await life.desk.listEvents(caller('requester'), a, {
      limit: 100,
    });
    expect(items.map(({ detail }) => detail.type)).toEqual(['filed']);
    await expect(
      life.desk.editTicket(
        caller('requester'),
        { ticket: a, version: 1 },
        { subject: 'Not stale' },
      ),
    ).resolves.toMatchObject({ version: 2 });
  });

  it.each([
    ['agent', 'done'],
    ['admin', 'done'],
    ['other-agent', 'NotAllowedError'],
    ['requester', 'NotAllowedError'],
    ['colleague', 'NotAllowedError'],
    ['outsider', 'NotFoundError'],
  ])('are for the team to make: %s %s', async (name, outcome) => {
    const [a, b] = await tickets(2);
    const made = link(name, a, { type: 'relates', ticket: b });
    expect(await outcomeOf(made)).toBe(outcome);
    expect(await ends('agent', b)).toHaveLength(outcome === 'done' ? 1 : 0);
  });

  it('are not made by agents to tickets that they see from outside', async () => {
    const [a] = await tickets(1);
    const own = await life.desk.fileTicket(caller('agent'), {
      subject: 'My own website',
      assets: [WEBSITE],
    });
    await life.desk.handOver(
      caller('admin'),
      { ticket: own.id },
      { assignee: null, team: 'group:default/other-support' },
    );
    await expect(
      link('agent', a, { type: 'relates', ticket: own.id }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('survive when tickets are linked crosswise at the same time', async () => {
    const [a, b] = await tickets(2);
    const results = await Promise.allSettled(
      [a, b, a, b].map((ticket, index) =>
        link('agent', ticket, {
          type: index < 2 ? 'relates' : 'blocks',
          ticket: ticket === a ? b : a,
        }),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(
      Array(4).fill('fulfilled'),
    );
    const types = (await ends('agent', a)).map(([type]) => type).sort();
    expect(types).toEqual(['blocks', 'blocks', 'relates']);
  });
});
