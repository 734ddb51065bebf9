import type { WorkOrderRequest } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../../__testUtils__/databases';
import {
  LEDGER,
  SUPPORT,
  SYSTEM,
  WEBSITE,
  lifeDesk,
} from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';

jest.setTimeout(60_000);

const databases = testDatabases();
const page = { limit: 100 };
const OTHER_SUPPORT = 'group:default/other-support';

describe.each(databases.ids)('a work order on %s', id => {
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    life = await lifeDesk(await databases.init(id));
  });

  async function file() {
    const ticket = await life.file({
      message: 'It is slow.\n\nSince noon.',
      category: 'incident',
      fields: { impact: 'high' },
      priority: 'high',
      entities: [WEBSITE],
      to: ['user:default/to-person'],
    });
    await life.desk.editTicket(
      caller('agent'),
      { ticket: ticket.id },
      { system: SYSTEM },
    );
    return ticket;
  }

  function order(name: string, ticket: string, request: WorkOrderRequest = {}) {
    return life.desk.createWorkOrder(caller(name), { ticket }, request);
  }

  it('takes over what the ticket says', async () => {
    const ticket = await file();
    const workOrder = await order('agent', ticket.id);
    expect(workOrder).toMatchObject({
      version: 1,
      status: 'new',
      visibility: 'internal',
      subject: ticket.subject,
      category: 'incident',
      priority: 'high',
      fields: { impact: 'high' },
      system: SYSTEM,
      entities: [WEBSITE],
      assets: [{ entityRef: LEDGER, primary: true }],
      requester: 'user:default/requester',
      createdBy: 'user:default/agent',
      team: SUPPORT,
      people: [{ ref: 'user:default/agent', role: 'watcher' }],
    });
    const { items } = await life.desk.listMessages(
      caller('agent'),
      workOrder.id,
      page,
    );
    expect(items).toMatchObject([
      {
        body: `${ticket.number}:\n\n> It is slow.\n> \n> Since noon.`,
        author: 'user:default/agent',
      },
    ]);
    expect(await life.desk.listLinks(caller('agent'), ticket.id)).toMatchObject(
      {
        items: [
          { type: 'work-order', outward: false, ticket: { id: workOrder.id } },
        ],
      },
    );
    expect((await life.events(ticket.id)).at(-1)).toMatchObject({
      type: 'linked',
      link: 'work-order',
      outward: false,
      ticket: workOrder.id,
    });
  });

  it('says instead what the request says', async () => {
    const ticket = await file();
    const workOrder = await order('agent', ticket.id, {
      subject: 'Replace the disk',
      message: 'In rack 7',
      category: 'other',
      priority: 'low',
      team: OTHER_SUPPORT,
    });
    expect(workOrder).toMatchObject({
      subject: 'Replace the disk',
      category: 'other',
      priority: 'low',
      team: OTHER_SUPPORT,
    });
    const { items } = await life.desk.listMessages(
      caller('other-agent'),
      workOrder.id,
      page,
    );
    expect(items.map(({ body }) => body)).toEqual(['In rack 7']);
    expect((await life.events(workOrder.id))[1]).toMatchObject({
      type: 'routed',
      rule: 'chosen',
      team: OTHER_SUPPORT,
    });
  });

  it('is nothing that the requester’s side gets to know of', async () => {
    const ticket = await file();
    const people = ['requester', 'colleague', 'owner', 'to-person'];
    const { id: workOrder, number } = await order('agent', ticket.id);
    for (const name of people) {
      const as = caller(name);
      await expect(life.desk.getTicket(as, workOrder)).rejects.toMatchObject({
        name: 'NotFoundError',
      });
      expect(
        JSON.stringify([
          await life.desk.listEvents(as, ticket.id, page),
          await life.desk.listLinks(as, ticket.id),
          await life.desk.listTickets(as, {
            ...page,
            sort: 'createdAt',
            order: 'desc',
          }),
        ]),
      ).not.toContain(number);
    }
  });

  it('tells other agents nothing of a confidential ticket', async () => {
    const ticket = await file();
    await life.desk.editTicket(
      caller('agent'),
      { ticket: ticket.id },
      { visibility: 'confidential' },
    );
    const { id: workOrder } = await order('agent', ticket.id);
    for (const name of ['other-agent', 'requester', 'colleague', 'to-person']) {
      await expect(
        life.desk.getTicket(caller(name), workOrder),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    }
    for (const name of ['agent', 'second-agent', 'admin']) {
      expect(await life.desk.getTicket(caller(name), workOrder)).toMatchObject({
        visibility: 'confidential',
        requester: 'user:default/agent',
        organisation: null,
      });
    }
    const { id: elsewhere } = await order('agent', ticket.id, {
      team: OTHER_SUPPORT,
    });
    expect(
      await life.desk.getTicket(caller('other-agent'), elsewhere),
    ).toMatchObject({ status: 'new', team: OTHER_SUPPORT });
    expect(await life.desk.getTicket(caller('agent'), elsewhere)).toMatchObject(
      {
        id: elsewhere,
      },
    );
  });

  it.each<[WorkOrderRequest, string]>([
    [{ category: 'nothing' }, 'category'],
    [{ priority: 'nothing' }, 'priority'],
    [{ team: 'group:default/shop' }, 'team'],
    [{ team: 'group:default/nobody' }, 'team'],
  ])('is refused with %j', async (request, path) => {
    const ticket = await file();
    await expect(order('agent', ticket.id, request)).rejects.toMatchObject({
      issues: [{ path }],
    });
  });

  it.each<[name: string, error: string]>([
    ['requester', 'NotAllowedError'],
    ['colleague', 'NotAllowedError'],
    ['other-agent', 'NotAllowedError'],
    ['outsider', 'NotFoundError'],
  ])('is not for %s to make', async (name, error) => {
    const ticket = await file();
    await expect(order(name, ticket.id)).rejects.toMatchObject({ name: error });
  });
});
