import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  type TicketNotification,
  ticketsChannelsExtensionPoint,
} from '@portaldesk/plugin-tickets-node';
import { testDatabases } from '../__testUtils__/databases';
import { eventually } from '../__testUtils__/eventually';
import {
  type GroupTree,
  groupRef,
  groupTreeEntities,
  personRef,
  signInGroups,
} from '../__testUtils__/groupTree';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(60_000);

const databases = testDatabases();

/** A support team that consists of other groups, and a company of them. */
const tree: GroupTree = {
  children: {
    support: ['first-level', 'gone'],
    'first-level': ['night-shift'],
    'night-shift': ['first-level'],
    company: ['shop'],
    shop: ['till'],
    till: [],
    auditors: ['inner-auditors'],
    'inner-auditors': [],
  },
  memberships: {
    nora: ['night-shift'],
    otto: ['shop'],
    tia: ['till'],
    cora: ['company'],
    ada: ['inner-auditors'],
    eve: [],
  },
};

describe.each(databases.ids)('groups inside of groups, on %s', id => {
  let stop: () => Promise<unknown> = async () => {};
  afterEach(() => stop());

  async function start(more: { admins?: string[] } = {}) {
    const notified: TicketNotification[] = [];
    const listener = createBackendModule({
      pluginId: 'tickets',
      moduleId: 'listener',
      register(env) {
        env.registerInit({
          deps: { channels: ticketsChannelsExtensionPoint },
          async init({ channels }) {
            channels.addChannel({
              id: 'listener',
              events: ['filed', 'noted', 'changed'],
              deliver: async notification => void notified.push(notification),
            });
          },
        });
      },
    });
    const desk = await startTestDesk({
      knex: await databases.init(id),
      tickets: {
        teams: [{ group: groupRef('support'), assign: 'round-robin' }],
        defaultTeam: groupRef('support'),
        routing: [
          {
            name: 'the company comes first',
            when: { requesterGroup: [groupRef('company')] },
            then: { priority: 'high' },
          },
        ],
        ...more,
      },
      entities: groupTreeEntities(tree),
      groupsOf: signInGroups(tree),
      features: [listener],
    });
    stop = desk.stop;
    return { desk, notified };
  }

  it('bring a ticket of the whole to the members of its parts', async () => {
    const { desk, notified } = await start();
    const { id: ticket } = await desk
      .as('otto')
      .fileTicket({ subject: 'The till is stuck' });
    const seen = await desk.as('nora').getTicket(ticket);
    expect(seen).toMatchObject({
      team: groupRef('support'),
      assignee: personRef('nora'),
      organisation: groupRef('shop'),
      priority: 'high',
    });
    expect(seen.allowedActions).toContain('note');
    await eventually(async () =>
      expect(
        notified
          .filter(({ recipients }) =>
            recipients.some(
              ({ ref, seesInternal: inside }) =>
                ref === personRef('nora') && inside,
            ),
          )
          .map(({ event }) => event),
      ).toEqual(expect.arrayContaining(['filed', 'changed'])),
    );
    const { items } = await desk
      .as('nora')
      .listTickets({ team: [groupRef('support')] });
    expect(items).toHaveLength(1);
    await desk.as('nora').setAbsence({ person: personRef('nora') });
  });

  it('let members of the parts see what the whole was added to', async () => {
    const { desk } = await start();
    const { id: ticket } = await desk
      .as('otto')
      .fileTicket({ subject: 'For the auditors', cc: [groupRef('auditors')] });
    await expect(desk.as('ada').getTicket(ticket)).resolves.toMatchObject({
      id: ticket,
    });
    await expect(desk.as('eve').getTicket(ticket)).rejects.toThrow();
  });

  it('let members of the parts, at every depth, see public tickets of the whole as an organisation', async () => {
    const { desk } = await start();
    const ofCompany = await desk
      .as('cora')
      .fileTicket({ subject: 'The door is stuck' });
    expect(ofCompany).toMatchObject({ organisation: groupRef('company') });
    const ofShop = await desk
      .as('otto')
      .fileTicket({ subject: 'The till is stuck' });
    const confidential = await desk
      .as('cora')
      .fileTicket({ subject: 'Salaries' });
    await desk
      .as('nora')
      .editTicket(confidential.id, { visibility: 'confidential' });
    const seenBy = async (name: string) => {
      const { items } = await desk.as(name).listTickets({});
      return items.map(({ id: ticket }) => ticket).sort();
    };
    const both = [ofCompany.id, ofShop.id].sort();
    await expect(seenBy('tia')).resolves.toEqual(both);
    await expect(seenBy('otto')).resolves.toEqual(both);
    // a part is not an organisation of those who belong to the whole alone
    await expect(seenBy('cora')).resolves.toEqual(
      [ofCompany.id, confidential.id].sort(),
    );
    await expect(seenBy('ada')).resolves.toEqual([]);
    await expect(desk.as('tia').getTicket(ofCompany.id)).resolves.toMatchObject(
      { allowedActions: expect.arrayContaining(['reply']) },
    );

    await desk.as('cora').setOrganisationAccess(ofCompany.id, {
      granted: false,
    });
    await expect(seenBy('tia')).resolves.toEqual([ofShop.id]);
    await expect(desk.as('tia').getTicket(ofCompany.id)).rejects.toThrow();
  });

  it('are admins by their parts', async () => {
    const { desk } = await start({ admins: [groupRef('auditors')] });
    await expect(desk.as('ada').describeDesk()).resolves.toMatchObject({
      caller: { admin: true },
    });
  });

  it('let a ticket be given to a member of a part', async () => {
    const { desk } = await start();
    const { id: ticket } = await desk
      .as('otto')
      .fileTicket({ subject: 'The till is stuck' });
    await desk.as('nora').handOver(ticket, { assignee: null });
    await expect(
      desk.as('nora').handOver(ticket, { assignee: personRef('nora') }),
    ).resolves.toMatchObject({ assignee: personRef('nora') });
    await expect(
      desk.as('nora').handOver(ticket, { assignee: personRef('otto') }),
    ).rejects.toThrow();
  });
});
