import { testDatabases } from './__testUtils__/databases';
import { eventually } from './__testUtils__/eventually';
import {
  replyAddressOf,
  startConversation,
} from './__testUtils__/conversation';
import type { ImapServer } from './__testUtils__/imapServer';
import type { MailDesk } from './__testUtils__/mailDesk';
import { mailText } from './__testUtils__/mailText';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('a ticket with mails on %s', id => {
  let conversation: Awaited<ReturnType<typeof startConversation>>;
  let imap: ImapServer;
  let desk: MailDesk;

  beforeAll(async () => {
    conversation = await startConversation(await databases.init(id));
    ({ imap, desk } = conversation);
  });

  afterAll(() => conversation?.stop());

  const mailTo = (name: string, subject: string, line: string) =>
    conversation.mailTo(name, subject, line);
  const ticketOf = (subject: string) => conversation.ticketOf(subject);

  it('shows agents which mails went and came, as they came', async () => {
    const token = 'abcdefgh'.repeat(5);
    const To = `desk+${token}@example.com`;
    imap.deliver(mailText({ Subject: 'Overview', To }, 'As it came'));
    const { id: ticket } = await ticketOf('Overview');
    await mailTo('requester', 'Overview', 'We have received');
    await mailTo('agent', 'Overview', 'There is a new ticket.');
    await mailTo('second-agent', 'Overview', 'There is a new ticket.');
    const overview = async (name: string) =>
      desk.request(`/tickets/${ticket}`, {}, name);
    await eventually(async () =>
      expect(await (await overview('agent')).json()).toMatchObject({
        sent: 3,
        lastSentAt: expect.stringMatching(/^\d{4}-/),
        mails: [{ state: 'sent' }, { state: 'sent' }, { state: 'sent' }],
        incoming: [
          {
            // no number, which would tell how many mails come elsewhere
            id: expect.stringMatching(/^[0-9a-f]{32}$/),
            sender: 'requester@example.com',
          },
        ],
      }),
    );
    const { incoming } = await (await overview('agent')).json();
    const path = `/tickets/${ticket}/originals/${incoming[0].id}`;
    const original = await desk.request(path, {}, 'agent');
    const text = await original.text();
    expect(text).toContain('As it came');
    expect(text).not.toContain(token);
    expect((await overview('requester')).status).toBe(403);
    expect((await desk.request(path, {}, 'requester')).status).toBe(403);
    expect((await overview('watcher')).status).toBe(404);
    // not by way of another ticket
    const { id: other } = await desk.as('agent').fileTicket({ subject: 'x' });
    expect(
      (await desk.request(path.replace(ticket, other), {}, 'agent')).status,
    ).toBe(404);
  });

  it('has those of the tickets that were merged into it, and nobody who muted them is mailed', async () => {
    imap.deliver(
      mailText({ Subject: 'Merged', From: 'colleague@example.com' }),
    );
    const { id: merged } = await ticketOf('Merged');
    const mail = await mailTo('colleague', 'Merged', 'We have received');
    const url = mail.text?.match(/http\S*(\/mute\/[a-z2-7]{40})/)?.[1] ?? '';
    const muting = { method: 'POST', body: 'List-Unsubscribe=One-Click' };
    expect((await desk.request(url, muting)).status).toBe(200);
    const { id: ticket } = await desk.as('requester').fileTicket({
      subject: 'Target',
      assets: ['component:default/queue'],
    });
    await desk.as('agent').mergeTicket(merged, { into: ticket });

    const overview = await (
      await desk.request(`/tickets/${ticket}`, {}, 'agent')
    ).json();
    expect(overview.incoming).toMatchObject([
      { sender: 'colleague@example.com' },
    ]);
    expect(overview.mails).toContainEqual(
      expect.objectContaining({ address: 'colleague@example.com' }),
    );
    const path = `/tickets/${ticket}/originals/${overview.incoming[0].id}`;
    expect((await desk.request(path, {}, 'agent')).status).toBe(200);

    conversation.smtp.received.splice(0);
    await desk.as('agent').addMessage(ticket, { kind: 'reply', body: 'Both' });
    await mailTo('requester', 'Target', 'There is a new reply');
    expect(
      conversation.smtp.received.filter(
        ({ to }) => to === 'colleague@example.com',
      ),
    ).toEqual([]);
    expect((await desk.as('agent').getTicket(ticket)).people).toContainEqual(
      expect.objectContaining({ ref: 'user:default/colleague' }),
    );

    // nothing of a ticket that is deleted stays
    await desk.as('admin').deleteTicket(ticket);
    expect(
      await conversation
        .knex('ticket_incoming_originals')
        .join('ticket_incoming_mails', 'id', 'mail_id')
        .where({ ticket_id: merged }),
    ).toEqual([]);
  });

  it('can be muted by the requester, with one click of their mail program', async () => {
    const { id: ticket } = await desk
      .as('requester')
      .fileTicket({ subject: 'Muting', message: 'First' });
    const mail = await mailTo('requester', 'Muting', 'We have received');
    const toAgent = await mailTo('agent', 'Muting', 'There is a new ticket.');
    const header = (name: string, of = mail) =>
      of.headerLines.find(({ key }) => key === name)?.line;
    const url = /<(.*)>/.exec(header('list-unsubscribe') ?? '')?.[1] ?? '';
    expect(url).toMatch(/^https?:.*\/api\/tickets\/email\/mute\/[a-z2-7]{40}$/);
    expect(header('list-unsubscribe-post')).toBe(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    );
    expect(mail.text).toContain(`No further mails about this ticket: ${url}`);
    // work is not muted
    expect(header('list-unsubscribe', toAgent)).toBeUndefined();

    const path = url.replace(/^.*\/email/, '');
    const say = (body: string, at = path) =>
      desk.request(at, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      });
    const reply = (body: string) =>
      desk.as('agent').addMessage(ticket, { kind: 'reply', body });
    // whoever only looks changes nothing
    expect(await (await desk.request(path)).text()).toContain(
      'You get mails about this ticket.',
    );
    expect((await say('List-Unsubscribe=One-Click')).status).toBe(200);
    expect(await (await desk.request(path)).text()).toContain(
      'You no longer get mails about this ticket.',
    );
    await reply('Unheard');
    // as long as a mail takes
    await new Promise(resolve => setTimeout(resolve, 1_000));
    expect((await say('mute=no')).status).toBe(200);
    await reply('Heard');
    const heard = await mailTo('requester', 'Muting', 'There is a new reply');
    expect(heard.text).toContain('Heard');
    const unknown = `/mute/${'a'.repeat(40)}`;
    expect((await say('', unknown)).status).toBe(404);
    expect((await desk.request(unknown)).status).toBe(404);
    // a reply address is no link
    const token = /\+(.*)@/.exec(replyAddressOf(mail))?.[1];
    expect((await desk.request(`/mute/${token}`)).status).toBe(404);
  });
});
