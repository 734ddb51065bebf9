import { testDatabases } from '../__testUtils__/databases';
import {
  deskWithChannels,
  publicVisitor,
  reportOf,
} from '../__testUtils__/publicVisitor';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

const databases = testDatabases();

type Desk = Awaited<ReturnType<typeof startTestDesk>>;

describe.each(databases.ids)('the inbox of a reporter on %s', id => {
  let desk: Desk;

  beforeAll(async () => {
    const knex = await databases.init(id);
    desk = await startTestDesk({ knex, tickets: deskWithChannels });
  });

  afterAll(() => desk.stop());

  const visitor = () => publicVisitor(desk.server);
  const agentsTicket = async (subject: string) => {
    const { items } = await desk.as('agent').listTickets({});
    const { number } = items.find(ticket => ticket.subject === subject)!;
    return desk.as('agent').getTicket(number);
  };
  const open = async (words: string) => visitor().post('/inbox', { words });

  it('lead from a report to answers, and from these to its end', async () => {
    const words = await reportOf(
      visitor(),
      { subject: 'Bribes', contact: 'x@example.com' },
      { 'from-my-desk.txt': '\ufeffan invoice' },
    );
    expect(words).toMatch(/^([a-z]{6}-){4}\d{4}$/);

    // agents see that they do not know who it is
    const { id: key, ...ticket } = await agentsTicket('Bribes');
    expect(ticket).toMatchObject({
      visibility: 'confidential',
      channel: 'public',
      organisation: null,
      team: 'group:default/support',
      createdBy: ticket.requester,
    });
    expect(ticket.requester).toMatch(/^anonymous-reporter:default\/\w{20}$/);
    const agent = desk.as('agent');
    const [first] = (await agent.listMessages(key)).items;
    expect(first.body).toBe('I saw an envelope.\n\nContact: x@example.com');
    expect(first.attachments).toMatchObject([
      { name: 'report-1.txt', mediaType: 'text/plain', size: 10 },
    ]);
    for (const stranger of ['requester', 'owner', 'other-agent']) {
      await expect(desk.as(stranger).getTicket(key)).rejects.toMatchObject({
        name: expect.stringMatching('NotFound|ResponseError'),
      });
    }
    await agent.addMessage(key, { kind: 'note', body: 'Whistle-blower!' });
    await agent.addMessage(key, { kind: 'reply', body: 'Which <day>?' });

    // the reporter returns with the words, as they were noted
    const inbox = await open(words.toUpperCase().replaceAll('-', ' '));
    expect(inbox.status).toBe(200);
    expect(inbox.source).toContain('Which &lt;day&gt;?');
    expect(inbox.text).not.toContain('Whistle-blower!');
    expect(inbox.text).toContain('In progress');
    const session = inbox.value('session');
    const act = (what: string, more = {}) =>
      visitor().post('/inbox', { session, do: what, ticket: key, ...more });

    const file = await act('download', { file: first.attachments[0].id });
    expect(file.source).toBe('an invoice');
    expect(file.headers['content-disposition']).toContain('attachment');

    const reply = {
      session,
      do: 'reply',
      ticket: key,
      mark: inbox.value('mark'),
      message: 'On Tuesday',
    };
    const replied = await visitor().post('/inbox', reply);
    expect(replied.text).toContain('Your message was sent.');
    // sent again by a reload
    expect((await visitor().post('/inbox', reply)).status).toBe(200);
    const bodies = (await agent.listMessages(key)).items.map(
      ({ body }) => body,
    );
    expect(bodies.filter(body => body === 'On Tuesday')).toHaveLength(1);

    expect((await act('close')).text).toContain('Your report is closed.');
    expect((await agent.getTicket(key)).status).toBe('closed');
    expect((await act('close')).status).toBe(409);
    const refused = await act('reply', { message: 'Kept', ticket: 'T1' });
    expect(refused.status).toBe(400);
    expect(refused.source).toContain('>\nKept</textarea>');
    const reopened = await act('reopen');
    expect(reopened.text).toContain('Your report is open again.');

    // to leave ends what the pages carried
    await act('leave');
    const late = await act('reply', { message: 'One more <thing>' });
    expect(late.status).toBe(403);
    expect(late.source).toContain('One more &lt;thing&gt;');
  });

  it('let reporters delete what nobody has read, and nothing else', async () => {
    const words = await reportOf(visitor(), { subject: 'Too much' });
    const inbox = await open(words);
    const session = inbox.value('session');
    const ticket = inbox.value('ticket');
    const deleteUnread = (message: string) =>
      visitor().post('/inbox', { session, do: 'delete', ticket, message });
    expect(inbox.text).toContain('Take back');
    const done = await deleteUnread(inbox.value('message'));
    expect(done.text).toContain('Your message was deleted.');
    expect(done.text).not.toContain('I saw an envelope.');

    const more = await visitor().post('/inbox', {
      session,
      do: 'reply',
      ticket,
      mark: inbox.value('mark'),
      message: 'Something else',
    });
    await desk.as('agent').markRead(ticket);
    const late = await deleteUnread(more.value('message'));
    expect(late.status).toBe(409);
    expect(late.text).toContain('A person of the team has read this message');
    expect(late.text).toContain('Something else');
    expect(late.text).not.toContain('Take back');

    // that of an agent is none of theirs
    const agent = desk.as('agent');
    const answer = await agent.addMessage(ticket, {
      kind: 'reply',
      body: 'An answer',
    });
    expect((await deleteUnread(answer.id)).status).toBe(409);
    expect((await agent.listMessages(ticket)).items[0].body).toBe('An answer');
  });

  it('open an inbox with its own words alone', async () => {
    const one = await reportOf(visitor(), { subject: 'Mine' });
    await reportOf(visitor(), { subject: 'Not mine' });
    const inbox = await open(one);
    expect(inbox.text).toContain('Mine');
    expect(inbox.text).not.toContain('Not mine');
    const session = inbox.value('session');
    const foreign = await agentsTicket('Not mine');
    for (const step of ['reply', 'close', 'reopen', 'delete', 'download']) {
      const { messages } = await desk
        .as('agent')
        .getTicket(foreign.id, { include: 'messages' });
      const page = await visitor().post('/inbox', {
        session,
        do: step,
        ticket: foreign.id,
        message: messages?.items[0].id ?? '',
        file: foreign.id,
        mark: inbox.value('mark'),
      });
      expect([step, page.status]).toEqual([step, 409]);
      expect(page.text).not.toContain('Not mine');
    }
    expect((await agentsTicket('Not mine')).version).toBe(foreign.version);
  });

  it('answer wrong, unknown and malformed words alike', async () => {
    const words = await reportOf(visitor());
    const [first, ...others] = words.split('-');
    const wrong = [
      'bakuro-timela-sonude-radiko-4821',
      [first, ...others.slice(0, -1), '0000'].join('-'),
      'x',
    ];
    const answers = [];
    for (const typed of wrong) {
      const { status, source } = await open(typed);
      // what was typed can be corrected
      const field = `value="${typed}"`;
      expect(source).toContain(field);
      answers.push({ status, source: source.replace(field, '') });
    }
    expect(answers[0].status).toBe(403);
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
  });

  it('save the words as a file, and nothing else', async () => {
    const words = 'bakuro-timela-sonude-radiko-4821';
    const file = await visitor().post('/words', { words });
    expect(file.headers['content-disposition']).toContain('report.txt');
    expect(file.source).toContain(words);
    const other = await visitor().post('/words', { words: '<b>Hello</b>' });
    expect(other.status).toBe(404);
    expect(other.source).not.toContain('Hello');
  });
});
