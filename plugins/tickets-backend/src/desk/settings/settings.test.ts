import { deskSettingsSchema } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../../__testUtils__/databases';
import { deskConfig } from '../../__testUtils__/organisation';
import { caller, testDesk } from '../../__testUtils__/testDesk';

jest.setTimeout(120_000);

const databases = testDatabases();
const admin = caller('admin');
const LEDGER = 'component:default/ledger';
const SUPPORT = 'group:default/support';
const OTHER = 'group:default/other-support';

const tickets = {
  ...deskConfig,
  categories: [
    ...deskConfig.categories,
    {
      id: 'access',
      title: 'Access',
      team: SUPPORT,
      agentsOnly: true,
      slaPolicy: 'gold',
      form: { schema: { properties: { role: { type: 'string' } } } },
    },
  ],
  routing: [
    {
      name: 'Urgent ones',
      when: { priority: ['high'], tags: ['outage'] },
      then: { team: OTHER, assign: 'round-robin', slaPolicy: 'gold' },
    },
  ],
  calendars: [
    {
      id: 'office',
      timeZone: 'Europe/Berlin',
      hours: { monday: ['09:00-17:00'], tuesday: ['09:00-17:00'] },
    },
  ],
  slaPolicies: [
    {
      id: 'gold',
      title: 'Gold',
      calendar: 'office',
      targets: { high: { response: '1h', resolution: '10h' } },
      default: { resolution: '16h' },
      warnBefore: '30m',
    },
  ],
};

async function startDesk(config: typeof tickets | undefined = tickets) {
  const knex = await databases.init('SQLITE_3');
  return (await testDesk(knex, { tickets: config })).desk;
}

describe('the settings of the desk', () => {
  it('name the place of each value', async () => {
    const desk = await startDesk();
    const settings = await desk.getSettings(admin);
    expect(deskSettingsSchema.strict().parse(settings)).toEqual(settings);
    expect(settings.categories[2]).toEqual({
      path: 'tickets.categories[2]',
      id: 'access',
      title: 'Access',
      agentsOnly: true,
      team: SUPPORT,
      priority: null,
      visibility: null,
      slaPolicy: 'gold',
      tags: [],
      form: { type: 'object', properties: { role: { type: 'string' } } },
    });
    expect(settings.rules).toEqual([
      { path: 'tickets.routing[0]', ...tickets.routing[0] },
    ]);
    expect(settings.teams[0]).toMatchObject({
      path: 'tickets.teams[0]',
      group: SUPPORT,
      assign: 'none',
      members: expect.arrayContaining(['user:default/agent']),
    });
    expect(settings.slaPolicies).toEqual([
      {
        path: 'tickets.slaPolicies[0]',
        id: 'gold',
        title: 'Gold',
        calendar: 'office',
        targets: [
          { priority: 'high', response: 60, resolution: 600, inactivity: null },
          { priority: null, response: null, resolution: 960, inactivity: null },
        ],
        warnBefore: 30,
      },
    ]);
    expect(settings.defaultTeam).toBe(OTHER);
  });

  it('say that a default stands nowhere, and what may follow it', async () => {
    const { statuses } = await (await startDesk()).getSettings(admin);
    expect(statuses[0]).toEqual({
      path: null,
      id: 'new',
      title: 'New',
      type: 'new',
      portalStatus: 'in-progress',
      next: statuses.slice(1).map(({ id }) => id),
    });
  });

  it.each(['agent', 'requester'])('are not for the %s', async name => {
    const desk = await startDesk();
    const person = caller(name);
    const sla = {
      policy: 'gold',
      priority: 'high',
      filedAt: '2026-05-05T08:00:00Z',
    };
    for (const asked of [
      () => desk.getSettings(person),
      () => desk.testRouting(person, { asset: LEDGER }),
      () => desk.testSla(person, sla),
    ]) {
      await expect(asked()).rejects.toThrow('Only admins of the desk');
    }
  });
});

describe('where a ticket would go', () => {
  it('is where the same ticket goes', async () => {
    const desk = await startDesk();
    for (const asked of [
      { asset: LEDGER },
      { asset: LEDGER, category: 'access' },
      { category: 'question', priority: 'low' },
    ]) {
      const tested = await desk.testRouting(admin, asked);
      const { asset, ...rest } = asked as typeof asked & { asset?: string };
      const filed = await desk.fileTicket(
        admin,
        { subject: 'The same', assets: asset ? [asset] : [], ...rest },
        {},
      );
      expect(filed).toMatchObject({
        team: tested.team,
        priority: tested.priority,
        visibility: tested.visibility,
        slaPolicy: tested.slaPolicy,
      });
    }
  });

  it('names the rule that applies, and where it stands', async () => {
    const desk = await startDesk();
    expect(
      await desk.testRouting(admin, { priority: 'high', tag: ['outage'] }),
    ).toEqual({
      team: OTHER,
      rule: 'rule',
      ruleName: 'Urgent ones',
      path: 'tickets.routing[0]',
      reason: expect.stringContaining('Urgent ones'),
      assign: 'round-robin',
      priority: 'high',
      visibility: 'public',
      slaPolicy: 'gold',
    });
  });

  it('refuses what is not there', async () => {
    const desk = await startDesk();
    await expect(
      desk.testRouting(admin, { asset: 'component:default/gone' }),
    ).rejects.toThrow();
    await expect(
      desk.testRouting(admin, { category: 'gone' }),
    ).rejects.toThrow();
  });
});

describe('when a ticket would be due', () => {
  it('is counted in business time', async () => {
    const desk = await startDesk();
    // a Tuesday, half an hour before the office closes; Monday comes next
    const filedAt = '2026-05-05T14:30:00Z';
    expect(
      await desk.testSla(admin, { policy: 'gold', priority: 'high', filedAt }),
    ).toEqual({
      responseDueAt: '2026-05-11T07:30:00.000Z',
      resolutionDueAt: '2026-05-12T08:30:00.000Z',
      inactivityDueAt: null,
    });
    expect(
      await desk.testSla(admin, { policy: 'gold', priority: 'low', filedAt }),
    ).toMatchObject({ responseDueAt: null });
  });

  it('is refused for a policy that is not configured, at its parameter', async () => {
    const desk = await startDesk();
    const filedAt = '2026-05-05T14:30:00Z';
    await expect(
      desk.testSla(admin, { policy: 'gone', priority: 'low', filedAt }),
    ).rejects.toMatchObject({
      issues: [expect.objectContaining({ path: 'policy' })],
    });
  });
});
