import { resolve } from 'node:path';
import { ConfigSources } from '@backstage/config-loader';
import type { JsonObject } from '@backstage/types';
import { testDatabases } from '../__testUtils__/databases';
import { deskConfig } from '../__testUtils__/organisation';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(60_000);

async function example(name: string): Promise<JsonObject> {
  const path = resolve(__dirname, '../../examples', name);
  const config = await ConfigSources.toConfig(
    ConfigSources.defaultForTargets({
      targets: [{ type: 'path', target: path }],
      watch: false,
    }),
  );
  const tickets = config.get<JsonObject>('tickets');
  config.close();
  return tickets;
}

const databases = testDatabases();

describe.each(databases.ids)('a desk with an example on %s', id => {
  it('goes from Unread to Closed, and back', async () => {
    const desk = await startTestDesk({
      knex: await databases.init(id),
      tickets: { ...deskConfig, ...(await example('unread-to-closed.yaml')) },
    });
    const requester = desk.as('requester');
    const agent = desk.as('agent');
    const path: (string | undefined)[] = [];
    const { number } = await requester.fileTicket({
      subject: 'A desk of our own',
      assets: ['component:default/ledger'],
    });
    const note = async () => path.push((await agent.getTicket(number)).status);

    await note();
    await agent.markRead(number);
    await note();
    await agent.takeOver(number);
    await note();
    await agent.addMessage(number, { kind: 'reply', body: 'On it' });
    await note();
    await agent.changeStatus(number, { status: 'waiting-for-feedback' });
    await note();
    expect(await requester.getTicket(number)).toMatchObject({
      portalStatus: 'answer-expected',
      light: 'red',
    });
    await requester.addMessage(number, { kind: 'reply', body: 'Yes' });
    await note();
    await expect(
      agent.changeStatus(number, { status: 'unread' }),
    ).rejects.toMatchObject({
      statusCode: 409,
    });
    await requester.closeTicket(number);
    await note();
    await requester.reopenTicket(number);
    await note();

    expect(path).toEqual([
      'unread',
      'read',
      'assigned',
      'in-progress',
      'waiting-for-feedback',
      'in-progress',
      'closed',
      'in-progress',
    ]);
    await desk.stop();
  });

  it('takes tickets by the defaults when they are written out', async () => {
    const desk = await startTestDesk({
      knex: await databases.init(id),
      tickets: await example('default.yaml'),
    });

    await expect(
      desk.as('requester').fileTicket({ subject: 'Help' }),
    ).resolves.toMatchObject({
      number: `T${new Date().getUTCFullYear()}-00001`,
      light: 'orange',
      priority: 'normal',
    });
    await desk.stop();
  });

  it('goes from New to Closed by the defaults when they are written out', async () => {
    const desk = await startTestDesk({
      knex: await databases.init(id),
      tickets: { ...(await example('default.yaml')), ...deskConfig },
    });
    const requester = desk.as('requester');
    const agent = desk.as('agent');
    const path: (string | undefined)[] = [];
    const { number } = await requester.fileTicket({
      subject: 'A desk as it comes',
      assets: ['component:default/ledger'],
    });
    const note = async () => path.push((await agent.getTicket(number)).status);

    await note();
    await agent.markRead(number);
    await note();
    await agent.takeOver(number);
    await note();
    await agent.addMessage(number, {
      kind: 'reply',
      body: 'Which one?',
      status: 'waiting-requester',
    });
    await note();
    await requester.addMessage(number, { kind: 'reply', body: 'That one' });
    await note();
    await agent.postponeTicket(number, {
      until: new Date(Date.now() + 86_400_000).toISOString(),
    });
    await note();
    await requester.addMessage(number, { kind: 'reply', body: 'Now?' });
    await note();
    await agent.solveTicket(number);
    await note();
    await requester.addMessage(number, { kind: 'reply', body: 'Not yet' });
    await note();
    await requester.closeTicket(number);
    await note();

    expect(path).toEqual([
      'new',
      'new',
      'in-progress',
      'waiting-requester',
      'in-progress',
      'postponed',
      'in-progress',
      'solved',
      'in-progress',
      'closed',
    ]);
    await expect(
      requester.rateTicket(number, { stars: 5 }),
    ).resolves.toMatchObject({ rating: { stars: 5, comment: null } });
    await desk.stop();
  });

  it('takes a ticket by everything.yaml', async () => {
    const { attachments: _files, ...tickets } =
      await example('everything.yaml');
    const desk = await startTestDesk({
      knex: await databases.init(id),
      tickets: {
        ...tickets,
        admins: deskConfig.admins,
        defaultTeam: 'group:default/on-call',
      },
    });
    const ticket = await desk.as('requester').fileTicket({
      subject: 'A hole in the fence',
      category: 'vulnerability',
    });

    expect(ticket).toMatchObject({
      number: `SEC-${new Date().getUTCFullYear()}-001`,
      visibility: 'confidential',
      priority: 'critical',
    });
    await desk.stop();
  });
});
