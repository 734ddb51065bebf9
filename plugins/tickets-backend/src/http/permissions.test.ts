import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PermissionCriteria,
  type PermissionCondition,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import {
  type Ticket,
  deskAdministerPermission,
  ticketAssignPermission,
  ticketClosePermission,
  ticketCreatePermission,
  ticketDeletePermission,
  ticketNotePermission,
  ticketPermissions,
  ticketReadPermission,
  ticketReplyPermission,
  ticketUpdatePermission,
} from '@portaldesk/plugin-tickets-common';
import { ticketConditions } from '@portaldesk/plugin-tickets-node';
import type { Knex } from 'knex';
import request, { type Test } from 'supertest';
import { TicketPolicy } from '../__testUtils__/TicketPolicy';
import { testDatabases } from '../__testUtils__/databases';
import { deskConfig } from '../__testUtils__/organisation';
import { policyPermissions } from '../__testUtils__/policyPermissions';
import { startTestDesk } from '../__testUtils__/startTestDesk';
import { inAllLights } from '../__testUtils__/inAllLights';

jest.setTimeout(120_000);

type Desk = Awaited<ReturnType<typeof startTestDesk>>;
type Http = ReturnType<Desk['http']>;

const tickets = {
  ...deskConfig,
  workflow: { reopenWithin: 'P14D' },
  // the policy changes from test to test
  cache: { decisions: { seconds: 0 } },
  categories: [
    ...deskConfig.categories,
    { id: 'security', title: 'Security', visibility: 'public' },
  ],
};

const everybody = [
  'requester',
  'colleague',
  'owner',
  'agent',
  'other-agent',
  'admin',
  'outsider',
];

/** A policy that the tests change while the desk runs. */
class ChangingPolicy implements PermissionPolicy {
  decisions: Record<string, PolicyDecision> = {};

  deny(permission: { name: string }): void {
    this.decisions = { [permission.name]: { result: AuthorizeResult.DENY } };
  }

  allowIf(
    permission: { name: string },
    conditions: PermissionCriteria<PermissionCondition>,
  ): void {
    this.decisions = {
      [permission.name]: {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'tickets',
        resourceType: 'tickets-ticket',
        conditions,
      },
    };
  }

  async handle({ permission }: { permission: { name: string } }) {
    return this.decisions[permission.name] ?? { result: AuthorizeResult.ALLOW };
  }
}

/** One use of each permission, by somebody whose relation allows it. */
const uses: [
  permission: { name: string },
  person: string,
  status: number,
  call: (http: Http, id: string) => Test,
][] = [
  [
    ticketReplyPermission,
    'requester',
    201,
    (http, id) =>
      http.post(`/tickets/${id}/messages`).send({ kind: 'reply', body: 'Hi' }),
  ],
  [
    ticketNotePermission,
    'agent',
    201,
    (http, id) =>
      http.post(`/tickets/${id}/messages`).send({ kind: 'note', body: 'Hm' }),
  ],
  [
    ticketUpdatePermission,
    'requester',
    200,
    (http, id) => http.patch(`/tickets/${id}`).send({ subject: 'Other' }),
  ],
  [
    ticketAssignPermission,
    'agent',
    200,
    (http, id) => http.post(`/tickets/${id}/take-over`),
  ],
  [
    ticketClosePermission,
    'requester',
    200,
    (http, id) => http.post(`/tickets/${id}/close`),
  ],
  [
    ticketDeletePermission,
    'admin',
    204,
    (http, id) => http.delete(`/tickets/${id}`),
  ],
];

const databases = testDatabases();

describe.each(databases.ids)('the permission framework on %s', id => {
  const policy = new ChangingPolicy();
  const batches: string[][] = [];
  let knex: Knex;
  let desk: Desk;

  beforeAll(async () => {
    knex = await databases.init(id);
    desk = await startTestDesk({
      knex,
      tickets,
      features: [policyPermissions(policy, names => batches.push(names))],
    });
  });
  afterAll(() => desk.stop());
  beforeEach(() => {
    policy.decisions = {};
  });

  const file = (category?: string) =>
    desk.as('requester').fileTicket({
      subject: 'Refunds fail',
      message: 'Please help',
      assets: ['component:default/ledger'],
      category,
    });

  /** Everything that tells somebody of a ticket, as statuses and findings. */
  async function seenBy(person: string, ticket: Ticket) {
    const http = desk.http(person);
    const path = `/tickets/${ticket.id}`;
    const routes = await Promise.all([
      http.get(path),
      http.get(`/tickets/${ticket.number}`),
      http.get(`${path}/messages`),
      http.get(`${path}/events`),
      http.get(`${path}/links`),
      http.post(`${path}/read`),
    ]);
    const where = ticket.category ? { category: [ticket.category] } : {};
    const list = await desk.as(person).listTickets({ ...where, limit: 100 });
    const counts = await desk.as(person).countTickets(where);
    expect(list.total).toBe(list.items.length);
    expect(inAllLights(counts)).toBe(list.items.length);
    return {
      routes: [...new Set(routes.map(({ status }) => status))],
      listed: list.items.some(item => item.id === ticket.id),
    };
  }

  const visible = { routes: [200], listed: true };
  const hidden = { routes: [404], listed: false };

  describe('with a policy that hides tickets by their category', () => {
    it.each(everybody)('shows %s no others', async person => {
      const question = await file('question');
      const incident = await file('incident');
      const expected = person === 'outsider' ? hidden : visible;
      expect(await seenBy(person, question)).toEqual(expected);
      expect(await seenBy(person, incident)).toEqual(expected);

      policy.allowIf(
        ticketReadPermission,
        ticketConditions.hasCategory({ categories: ['question'] }),
      );
      expect(await seenBy(person, question)).toEqual(expected);
      expect(await seenBy(person, incident)).toEqual(hidden);
    });

    it('hides a ticket when its category changes', async () => {
      policy.allowIf(ticketReadPermission, {
        not: ticketConditions.hasCategory({ categories: ['incident'] }),
      });
      const ticket = await file();
      expect(await seenBy('agent', ticket)).toEqual(visible);
      await desk.as('agent').editTicket(ticket.id, { category: 'incident' });
      expect(
        await seenBy('agent', { ...ticket, category: 'incident' }),
      ).toEqual(hidden);
    });

    it('lets nobody change what they may not read', async () => {
      const { id: ticket } = await file('incident');
      policy.allowIf(
        ticketReadPermission,
        ticketConditions.hasCategory({ categories: ['question'] }),
      );
      for (const [, person, , call] of uses) {
        const { status } = await call(desk.http(person), ticket);
        expect(status).toBe(404);
      }
      const many = await desk.as('agent').changeTickets({
        tickets: [ticket],
        change: { type: 'edit', priority: 'low' },
      });
      expect(many.items).toMatchObject([{ ticket, status: 404 }]);
    });
  });

  it.each(everybody)(
    'hides everything from %s who may read nothing',
    async person => {
      const ticket = await file();
      policy.deny(ticketReadPermission);
      expect(await seenBy(person, ticket)).toEqual(hidden);
    },
  );

  it.each(uses)(
    'refuses what needs $name where it is denied',
    async (permission, person, done, call) => {
      const allowed = await file();
      const { allowedActions } = await desk.as(person).getTicket(allowed.id);
      expect((await call(desk.http(person), allowed.id)).status).toBe(done);

      policy.deny(permission);
      const denied = await file();
      expect((await call(desk.http(person), denied.id)).status).toBe(403);
      const left = await desk.as(person).getTicket(denied.id);
      expect(allowedActions).toEqual(
        expect.arrayContaining(left.allowedActions),
      );
      expect(left.allowedActions.length).toBeLessThan(allowedActions.length);
    },
  );

  it.each(uses)(
    'permits what needs $name only on tickets that meet the condition',
    async (permission, person, done, call) => {
      policy.allowIf(
        permission,
        ticketConditions.hasCategory({ categories: ['question'] }),
      );
      const [fits, fitsNot] = [await file('question'), await file('incident')];
      expect((await call(desk.http(person), fits.id)).status).toBe(done);
      expect((await call(desk.http(person), fitsNot.id)).status).toBe(403);
    },
  );

  it('is not got around by setting a status that ends the ticket or opens it again', async () => {
    const [open, solved] = [await file(), await file()];
    await desk.as('agent').solveTicket(solved.id);
    policy.deny(ticketClosePermission);
    const set = async ({ id: ticket }: Ticket, status: string) =>
      desk.http('agent').put(`/tickets/${ticket}/status`).send({ status });
    expect((await set(open, 'solved')).status).toBe(403);
    expect((await set(open, 'closed')).status).toBe(403);
    expect((await set(solved, 'in-progress')).status).toBe(403);
    expect((await set(open, 'in-progress')).status).toBe(200);
  });

  it('gives nobody a right that their relation does not give', async () => {
    const ticket = await file();
    policy.allowIf(ticketUpdatePermission, {
      anyOf: [ticketConditions.hasVisibility({ visibilities: ['public'] })],
    });
    for (const person of ['colleague', 'owner', 'other-agent']) {
      const { status } = await desk
        .http(person)
        .patch(`/tickets/${ticket.id}`)
        .send({ subject: 'Other' });
      expect([person, status]).toEqual([person, 403]);
    }
  });

  it('lets those file tickets who may', async () => {
    policy.deny(ticketCreatePermission);
    const { status } = await desk
      .http('requester')
      .post('/tickets')
      .send({ subject: 'Help' });
    expect(status).toBe(403);
    expect((await desk.as('requester').describeDesk()).caller.mayFile).toBe(
      false,
    );
    policy.decisions = {};
    expect((await desk.as('requester').describeDesk()).caller.mayFile).toBe(
      true,
    );
  });

  it('is not got around by a reply that makes a new ticket, or opens an old one again', async () => {
    const closed = await file();
    await desk.as('agent').closeTicket(closed.id);
    await knex('tickets')
      .where({ id: closed.id })
      .update({ ended_at: new Date('2020-01-01') });
    const own = await desk
      .as('agent')
      .fileTicket({ subject: 'Ours', assets: ['component:default/queue'] });
    await desk.as('agent').solveTicket(own.id);
    const reply = (person: string, { id: ticket }: Ticket) =>
      desk
        .http(person)
        .post(`/tickets/${ticket}/messages`)
        .send({ kind: 'reply', body: 'Again' });

    policy.deny(ticketCreatePermission);
    expect((await reply('requester', closed)).status).toBe(409);
    const { allowedActions } = await desk.as('requester').getTicket(closed.id);
    expect(allowedActions).not.toContain('reply');

    policy.deny(ticketClosePermission);
    expect((await reply('agent', own)).status).toBe(201);
    expect(await desk.as('agent').getTicket(own.id)).toMatchObject({
      status: 'solved',
    });

    policy.decisions = {};
    expect((await reply('requester', closed)).status).toBe(201);
    expect((await reply('agent', own)).status).toBe(201);
    expect(await desk.as('agent').getTicket(own.id)).toMatchObject({
      status: 'in-progress',
    });
  });

  it('takes from admins what makes them admins', async () => {
    const ticket = await file();
    expect(await seenBy('admin', ticket)).toEqual(visible);
    policy.deny(deskAdministerPermission);
    expect(await seenBy('admin', ticket)).toEqual(hidden);
    const { caller } = await desk.as('admin').describeDesk();
    expect(caller.admin).toBe(false);
    expect(await seenBy('agent', ticket)).toEqual(visible);
  });

  it('is asked for every permission once in a request, however many tickets it is about', async () => {
    await file();
    await file();
    batches.length = 0;
    await desk.as('agent').listTickets();
    expect(batches.flat().sort()).toEqual(
      [
        'catalog.entity.read',
        ...ticketPermissions.map(({ name }) => name),
      ].sort(),
    );
    expect(batches).toHaveLength(2);
  });

  it('fails closed, and as a failure of the portal, when a policy makes no sense', async () => {
    const ticket = await file();
    for (const condition of [
      ticketConditions.hasCategory({ categories: ['question'] }),
      ticketConditions.isInTeam({ claims: ['nobody in particular'] }),
      { rule: 'UNKNOWN', resourceType: 'tickets-ticket', params: {} },
    ]) {
      policy.allowIf(ticketReadPermission, condition);
      const { status } = await desk.http('agent').get(`/tickets/${ticket.id}`);
      expect(status).toBe(condition.rule === 'HAS_CATEGORY' ? 404 : 503);
    }
  });

  it('can ask the desk whether a single ticket meets conditions', async () => {
    const ticket = await file('incident');
    const items = [ticket.id, ticket.number, 'unknown'].map(resourceRef => ({
      id: resourceRef,
      resourceRef,
      resourceType: 'tickets-ticket',
      conditions: ticketConditions.hasCategory({ categories: ['incident'] }),
    }));
    const path = '/api/tickets/.well-known/backstage/permissions';
    const { body } = await request(desk.server)
      .post(`${path}/apply-conditions`)
      .set('Authorization', mockCredentials.service.header())
      .send({ items });
    expect(body.items).toEqual([
      { id: ticket.id, result: 'ALLOW' },
      { id: ticket.number, result: 'DENY' },
      { id: 'unknown', result: 'DENY' },
    ]);

    const metadata = await request(desk.server)
      .get(`${path}/metadata`)
      .set('Authorization', mockCredentials.service.header());
    expect(
      metadata.body.permissions.map(({ name }: { name: string }) => name),
    ).toEqual(ticketPermissions.map(({ name }) => name));
    expect(
      metadata.body.rules.map(({ name }: { name: string }) => name),
    ).toEqual([
      'IS_REQUESTER',
      'IS_PARTICIPANT',
      'OWNS_ASSET',
      'IS_IN_TEAM',
      'HAS_CATEGORY',
      'HAS_STATUS_TYPE',
      'HAS_VISIBILITY',
    ]);
  });
});

describe.each(databases.ids)('the policy of the README on %s', id => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await startTestDesk({
      knex: await databases.init(id),
      tickets,
      features: [policyPermissions(new TicketPolicy())],
    });
  });
  afterAll(() => desk.stop());

  it('is what the README shows', () => {
    const read = (path: string) =>
      readFileSync(resolve(__dirname, path), 'utf8');
    expect(read('../../../tickets-node/README.md')).toContain(
      read('../__testUtils__/TicketPolicy.ts'),
    );
  });

  it.each<[person: string, sees: string[]]>([
    ['requester', ['incident', 'security']],
    ['colleague', ['incident']],
    ['owner', ['incident']],
    ['agent', ['incident', 'security']],
    ['other-agent', ['incident']],
    ['admin', ['incident']],
    ['outsider', []],
  ])('lets %s see %j', async (person, sees) => {
    for (const category of ['incident', 'security']) {
      const ticket = await desk.as('requester').fileTicket({
        subject: 'Refunds fail',
        assets: ['component:default/ledger'],
        category,
      });
      const { status } = await desk.http(person).get(`/tickets/${ticket.id}`);
      const { total } = await desk
        .as(person)
        .listTickets({ category: [category] });
      expect([category, status, total !== 0]).toEqual(
        sees.includes(category)
          ? [category, 200, true]
          : [category, 404, false],
      );
    }
  });

  it('lets nobody delete', async () => {
    const ticket = await desk.as('requester').fileTicket({
      subject: 'Refunds fail',
      category: 'incident',
    });
    const seen = await desk.as('admin').getTicket(ticket.id);
    expect(seen.allowedActions).not.toContain('delete');
    const { status } = await desk.http('admin').delete(`/tickets/${ticket.id}`);
    expect(status).toBe(403);
  });
});
