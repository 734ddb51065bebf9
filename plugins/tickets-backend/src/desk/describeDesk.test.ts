import type { JsonObject } from '@backstage/types';
import { deskDescriptionSchema } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../__testUtils__/databases';
import { deskConfig } from '../__testUtils__/organisation';
import { caller, testDesk } from '../__testUtils__/testDesk';

jest.setTimeout(120_000);

const databases = testDatabases();

const access: JsonObject = {
  id: 'access',
  title: 'Access',
  description: 'Ask for a role',
  icon: 'lock',
  priority: 'high',
  team: 'group:default/support',
  slaPolicy: 'gold',
  visibility: 'confidential',
  tags: ['secret-tag'],
  numbering: { mask: 'A-{000}' },
  fits: { kinds: ['Component'], types: ['service'], tags: ['java'] },
  form: {
    schema: {
      properties: { role: { type: 'string' }, cost: { type: 'number' } },
      required: ['role', 'cost'],
    },
    hidden: ['cost'],
  },
};

async function describeTo(name: string) {
  const { desk } = await testDesk(await databases.init('SQLITE_3'), {
    tickets: {
      ...deskConfig,
      categories: [
        access,
        {
          id: 'audit',
          title: 'Audit',
          agentsOnly: true,
          form: { schema: { properties: { finding: { type: 'string' } } } },
        },
      ],
      slaPolicies: [
        { id: 'gold', title: 'Gold', default: { resolution: '8h' } },
      ],
    },
  });
  return desk.describeDesk(caller(name));
}

describe('the description of the desk', () => {
  it('tells a requester what they can file, and nothing of the inside', async () => {
    const description = await describeTo('requester');
    expect(deskDescriptionSchema.strict().parse(description)).toEqual(
      description,
    );
    expect(description).toMatchObject({
      caller: { agent: false, admin: false, teams: [], mayFile: true },
      statuses: [],
      slaPolicies: [],
      attachments: { maxFilesPerMessage: expect.any(Number) },
    });
    expect(description.categories).toEqual([
      {
        id: 'access',
        title: 'Access',
        description: 'Ask for a role',
        icon: 'lock',
        priority: 'high',
        agentsOnly: false,
        fits: { kinds: ['component'], types: ['service'], tags: ['java'] },
        form: {
          type: 'object',
          properties: { role: { type: 'string' } },
          required: ['role'],
        },
      },
    ]);
    expect(JSON.stringify(description)).not.toMatch(
      /cost|secret-tag|gold|audit|finding/i,
    );
  });

  it('tells agents of statuses, policies and whole forms', async () => {
    const description = await describeTo('agent');
    expect(description).toMatchObject({
      caller: { agent: true, teams: ['group:default/support'] },
      slaPolicies: [{ id: 'gold', title: 'Gold' }],
    });
    expect(description.statuses.map(({ id }) => id)).toContain('in-progress');
    expect(description.categories[1]).toMatchObject({
      id: 'audit',
      agentsOnly: true,
      form: { properties: { finding: { type: 'string' } } },
    });
    expect(description.categories[0].form).toMatchObject({
      properties: { cost: { type: 'number' } },
      required: ['role', 'cost'],
    });
  });
});
