import { testDatabases } from './__testUtils__/databases';
import { eventually } from './__testUtils__/eventually';
import { startMailDesk } from './__testUtils__/mailDesk';
import { type MailServer, startMailServer } from './__testUtils__/mailServer';

jest.setTimeout(120_000);

const databases = testDatabases();
const user = (name: string) => `user:default/${name}`;

describe.each(databases.ids)('the desk mails on %s', id => {
  let server: MailServer;
  let desk: Awaited<ReturnType<typeof startMailDesk>>;

  beforeAll(async () => {
    server = await startMailServer();
    desk = await startMailDesk(await databases.init(id), {
      transportConfig: server.transportConfig,
      sender: 'Service Desk <desk@example.com>',
    });
  });

  afterAll(async () => {
    await desk?.stop();
    await server?.stop();
  });

  /** Who was mailed what, since the last call; what comes late, comes too late. */
  async function expectMails(...expected: string[]) {
    const found = () =>
      server.received
        .map(
          ({ to, parsed }) =>
            `${to.split('@')[0]}: ${parsed.text?.split('\n')[0]}`,
        )
        .sort();
    await eventually(() => expect(found()).toEqual([...expected].sort()));
    await new Promise(resolve => setTimeout(resolve, 200));
    expect(found()).toEqual([...expected].sort());
    return server.received.splice(0);
  }

  const file = (as: string, request: object = {}) =>
    desk.as(as).fileTicket({
      subject: 'Help',
      assets: ['component:default/queue'],
      ...request,
    });

  /** A ticket of the requester that the agent works on; watched by an added person. */
  async function ongoing() {
    const { id: ticket } = await file('requester', { cc: [user('watcher')] });
    await desk.as('agent').takeOver(ticket);
    await eventually(() => expect(server.received).toHaveLength(4));
    server.received.splice(0);
    return ticket;
  }

  it('of a new ticket: the requester, the team and who was added', async () => {
    await file('requester', {
      cc: [user('watcher')],
      message: 'It is *broken*',
    });
    const mails = await expectMails(
      'requester: We have received your ticket.',
      'agent: There is a new ticket.',
      'second-agent: There is a new ticket.',
      'watcher: There is a new ticket.',
    );
    expect(new Set(mails.map(({ parsed }) => parsed.messageId)).size).toBe(4);
    for (const { parsed } of mails) {
      expect(parsed.text).toMatch(/https:\/\/portal\.example\.com\/help\/\S+/);
    }
  });

  it('of a new ticket for a team with an address: at that address', async () => {
    await file('requester', { assets: ['component:default/router'] });
    await expectMails(
      'requester: We have received your ticket.',
      'network: There is a new ticket.',
    );
  });

  it('of a ticket that was filed on behalf: the requester, not the filer nor their team', async () => {
    await file('agent', { onBehalfOf: user('requester') });
    await expectMails('requester: A ticket was filed for you.');
  });

  it('of replies: the other side, and others on the same one', async () => {
    const ticket = await ongoing();
    await desk
      .as('agent')
      .addMessage(ticket, { kind: 'reply', body: 'Try **again**' });
    const [mail] = await expectMails(
      'requester: There is a new reply to your ticket.',
      'watcher: There is a new reply.',
    );
    expect(mail.parsed.text).toContain('Try **again**');
    await desk
      .as('requester')
      .addMessage(ticket, { kind: 'reply', body: 'I did' });
    await expectMails(
      'agent: There is a new reply.',
      'watcher: There is a new reply.',
    );
  });

  it('of a reply of the requester to a ticket that nobody has: the team', async () => {
    const { id: ticket } = await file('requester');
    await eventually(() => expect(server.received).toHaveLength(3));
    server.received.splice(0);
    await desk
      .as('requester')
      .addMessage(ticket, { kind: 'reply', body: 'Hello?' });
    await expectMails(
      'agent: There is a new reply.',
      'second-agent: There is a new reply.',
    );
  });

  it('of a note: the assignee alone', async () => {
    const ticket = await ongoing();
    await desk
      .as('second-agent')
      .addMessage(ticket, { kind: 'note', body: 'A hint' });
    const [mail] = await expectMails(
      'agent: There is a new note. Only agents see it.',
    );
    expect(mail.parsed.text).toContain('A hint');
  });

  it('of a hand-over: who has it now, and who had it', async () => {
    const ticket = await ongoing();
    await desk
      .as('second-agent')
      .handOver(ticket, { assignee: user('second-agent') });
    await expectMails('agent: The ticket is no longer assigned to you.');
    await desk.as('admin').handOver(ticket, { assignee: user('agent') });
    await expectMails(
      'agent: The ticket was assigned to you.',
      'second-agent: The ticket is no longer assigned to you.',
    );
  });

  it('of the end of a ticket, and of its return', async () => {
    const ticket = await ongoing();
    await desk.as('agent').solveTicket(ticket, {});
    await expectMails(
      'requester: Your ticket was solved. If something is still missing, reopen it.',
      'watcher: The ticket was solved.',
    );
    await desk.as('requester').reopenTicket(ticket, {});
    await expectMails(
      'agent: The ticket was reopened.',
      'watcher: The ticket was reopened.',
    );
    await desk.as('requester').closeTicket(ticket, {});
    await expectMails(
      'agent: The ticket was closed.',
      'watcher: The ticket was closed.',
    );
    await desk.as('requester').rateTicket(ticket, { stars: 5 });
    await expectMails('agent: The ticket was rated.');
  });
});
