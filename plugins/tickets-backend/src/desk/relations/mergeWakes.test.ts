import type { JsonObject } from '@backstage/types';
import { listTicketsQuerySchema } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';

jest.setTimeout(120_000);

const databases = testDatabases();
const agent = caller('agent');
const SOON = '2026-05-06T08:00:00.000Z';
const LATER = '2026-06-01T08:00:00.000Z';

/** How a ticket comes to stand as it does before a merge. */
const standings = [
  'new',
  'working',
  'asked',
  'soon',
  'later',
  'solved',
  'closed',
] as const;

type Standing = (typeof standings)[number];

describe.each(databases.ids)('what comes in by a merge, on %s', id => {
  async function start(merge?: JsonObject) {
    const life = await lifeDesk(await databases.init(id), {
      tickets: merge && { workflow: { merge } },
    });
    const { desk } = life;

    async function standing(name: Standing, priority = 'normal') {
      const { id: ticket } = await life.file();
      const target = { ticket };
      await desk.editTicket(agent, target, { priority });
      switch (name) {
        case 'working':
          await desk.takeOver(agent, target);
          break;
        case 'asked':
          await desk.changeStatus(agent, target, {
            status: 'waiting-requester',
          });
          break;
        case 'soon':
          await desk.postponeTicket(agent, target, { until: SOON });
          break;
        case 'later':
          await desk.postponeTicket(agent, target, { until: LATER });
          break;
        case 'solved':
          await desk.solveTicket(agent, target, {});
          break;
        case 'closed':
          await desk.closeTicket(agent, target, {});
          break;
        default:
      }
      return ticket;
    }

    return {
      ...life,
      standing,
      merge: (from: string, into: string) =>
        desk.mergeTicket(agent, { ticket: from }, { into }),
    };
  }

  it.each<
    [from: Standing, into: Standing, status: string, until: string | null]
  >([
    ['new', 'solved', 'in-progress', null],
    ['asked', 'closed', 'in-progress', null],
    ['later', 'solved', 'in-progress', null],
    ['new', 'later', 'in-progress', null],
    ['asked', 'soon', 'in-progress', null],
    ['soon', 'later', 'postponed', SOON],
    ['later', 'soon', 'postponed', SOON],
    ['working', 'asked', 'in-progress', null],
    ['asked', 'asked', 'waiting-requester', null],
    ['soon', 'asked', 'waiting-requester', null],
    ['solved', 'closed', 'closed', null],
    ['closed', 'later', 'postponed', LATER],
    ['solved', 'asked', 'waiting-requester', null],
    ['working', 'new', 'new', null],
  ])('as %s lets one that is %s be %s', async (from, into, status, until) => {
    const { merge, standing } = await start();
    const [source, target] = [await standing(from), await standing(into)];
    await expect(merge(source, target)).resolves.toMatchObject({
      id: target,
      status,
      postponedUntil: until,
    });
  });

  it.each<[Standing, string, string, string]>([
    ['new', 'high', 'low', 'high'],
    ['asked', 'high', 'normal', 'high'],
    ['new', 'low', 'high', 'high'],
    ['closed', 'high', 'low', 'low'],
  ])('as %s and %s makes a %s one %s', async (from, own, before, after) => {
    const { merge, standing } = await start();
    const [source, target] = [
      await standing(from, own),
      await standing('new', before),
    ];
    await expect(merge(source, target)).resolves.toMatchObject({
      priority: after,
    });
  });

  it('leaves it all as it is where that is configured', async () => {
    const { merge, standing } = await start({
      intoEnded: 'leave',
      intoPostponed: 'leave',
      raisePriority: false,
    });
    const closed = await standing('closed', 'low');
    await expect(
      merge(await standing('new', 'high'), closed),
    ).resolves.toMatchObject({ status: 'closed', priority: 'low' });
    const later = await standing('later');
    await expect(merge(await standing('new'), later)).resolves.toMatchObject({
      status: 'postponed',
      postponedUntil: LATER,
    });
  });

  it('is refused where that is configured, and changes nothing', async () => {
    const { desk, merge, standing } = await start({
      intoEnded: 'refuse',
      intoPostponed: 'refuse',
    });
    for (const into of ['solved', 'closed', 'later'] as const) {
      const [source, target] = [await standing('new'), await standing(into)];
      await expect(merge(source, target)).rejects.toMatchObject({
        name: 'ConflictError',
      });
      await expect(desk.getTicket(agent, source)).resolves.toMatchObject({
        id: source,
        status: 'new',
        version: 1,
      });
    }
    await expect(
      merge(await standing('solved'), await standing('closed')),
    ).resolves.toMatchObject({ status: 'closed' });
  });

  it('is refused by what is in the archive', async () => {
    const { desk, merge, standing } = await start();
    const target = await standing('closed');
    await desk.archiveTicket(agent, { ticket: target });
    await expect(merge(await standing('new'), target)).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  it('stays known by its number, subject and fields', async () => {
    const { desk } = await start();
    const file = (subject: string, fields?: JsonObject) =>
      desk.fileTicket(caller('requester'), {
        subject,
        assets: ['component:default/ledger'],
        ...(fields && { category: 'incident', fields }),
      } as never);
    const first = await file('Quagga sightings', { impact: 'high' });
    const second = await file('Okapi sightings');
    const last = await file('Something else');
    await desk.editTicket(agent, { ticket: first.id }, {
      fields: { cause: 'wombat' },
    } as never);
    await desk.mergeTicket(agent, { ticket: first.id }, { into: second.id });
    await desk.mergeTicket(agent, { ticket: second.id }, { into: last.id });
    // what it is called itself is one text among several
    await desk.editTicket(agent, { ticket: last.id }, { subject: 'A zebra' });
    await desk.editTicket(agent, { ticket: last.id }, {
      category: 'question',
      fields: { users: 3 },
    } as never);

    const requester = caller('requester');
    const found = async (who: typeof agent, text: string) =>
      (await desk.searchTickets(who, { text, limit: 10 })).items;
    for (const [text, origin] of [
      [first.number, first.number],
      ['t2026-1', first.number],
      ['#2', second.number],
      ['quagga', first.number],
      ['okapi', second.number],
      ['high', first.number],
      ['zebra', undefined],
    ] as const) {
      for (const who of [agent, requester]) {
        const hits = await found(who, text);
        expect([text, hits.map(({ ticket }) => ticket.id)]).toEqual([
          text,
          [last.id],
        ]);
        expect([text, hits[0].highlights[0]?.origin]).toEqual([text, origin]);
      }
    }
    const list = await desk.listTickets(
      requester,
      listTicketsQuerySchema.parse({ text: 'quagga' }),
    );
    expect(list.items.map(ticket => ticket.id)).toEqual([last.id]);
    const similar = await desk.similarTickets(requester, {
      subject: 'Okapi sightings again',
      limit: 5,
    });
    expect(similar.items.map(ticket => ticket.id)).toEqual([last.id]);

    // a field that the form of its own category hides stays hidden
    expect(await found(agent, 'wombat')).toHaveLength(1);
    expect(await found(requester, 'wombat')).toEqual([]);
    expect(await found(caller('outsider'), 'quagga')).toEqual([]);
  });
});
