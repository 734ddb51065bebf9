import { testDatabases } from './__testUtils__/databases';
import { answerTo, startConversation } from './__testUtils__/conversation';
import { eventually } from './__testUtils__/eventually';
import { mailText } from './__testUtils__/mailText';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('rules of a mailbox on %s', id => {
  let conversation: Awaited<ReturnType<typeof startConversation>>;

  beforeAll(async () => {
    conversation = await startConversation(await databases.init(id), {
      tickets: { categories: [{ id: 'network', title: 'Network' }] },
      mailbox: {
        priority: 'low',
        rules: [
          {
            recipient: 'network@example.com',
            category: 'network',
            team: 'group:default/network',
          },
          { headers: { 'X-Priority': '1*' }, priority: 'high' },
        ],
      },
      incoming: {
        addRecipients: true,
        authenticationServer: 'mx.example.com',
        requireDmarc: true,
      },
    });
  });

  afterAll(() => conversation?.stop());

  it('say what becomes of a mail, and those who got it as well take part', async () => {
    const { imap, ticketOf } = conversation;
    const passed = {
      'Authentication-Results':
        'mx.example.com; spf=pass smtp.mailfrom=x; dkim=none; dmarc=pass',
    };
    imap.deliver(
      mailText({
        ...passed,
        Subject: 'Cable',
        To: 'Network <network@example.com>, colleague@example.com',
        Cc: 'stranger@elsewhere.example, requester@example.com',
      }),
    );
    expect(await ticketOf('Cable')).toMatchObject({
      category: 'network',
      team: 'group:default/network',
      priority: 'low',
    });
    const { id: cable } = await ticketOf('Cable');
    const { people } = await conversation.desk.as('admin').getTicket(cable);
    expect(people).toMatchObject([
      { ref: 'user:default/colleague', role: 'cc' },
    ]);
    imap.deliver(
      mailText({
        ...passed,
        Subject: 'Urgent',
        'X-Priority': '1 (Highest)',
      }),
    );
    expect(await ticketOf('Urgent')).toMatchObject({
      category: null,
      team: 'group:default/support',
      priority: 'high',
    });
  });

  it('let nobody in who does not pass DMARC, except at a reply address', async () => {
    const { imap, desk, mailTo, messagesOf, ticketOf } = conversation;
    imap.deliver(
      mailText({
        Subject: 'Forged',
        'Authentication-Results': 'mx.example.com; dmarc=fail',
      }),
    );
    imap.deliver(
      mailText({
        Subject: 'Foreign',
        'Authentication-Results': 'mx.elsewhere.example; dmarc=pass',
      }),
    );
    const quarantine = async () =>
      (await (await desk.request('/quarantine', {}, 'admin')).json()).items;
    await eventually(async () =>
      expect(await quarantine()).toMatchObject([
        {
          subject: 'Foreign',
          reason: 'unproven-sender',
          detail: 'dmarc=none',
          authentication: null,
        },
        {
          subject: 'Forged',
          reason: 'unproven-sender',
          detail: 'dmarc=fail',
          authentication: 'dmarc=fail',
        },
      ]),
    );
    const { id: ticket } = await ticketOf('Urgent');
    const confirmation = await mailTo(
      'requester',
      'Urgent',
      'We have received',
    );
    imap.deliver(answerTo(confirmation, {}, 'By my own address.'));
    await eventually(async () =>
      expect((await messagesOf('agent', ticket))[0][3]).toBe(
        'By my own address.',
      ),
    );
    const mails = await desk.request(`/tickets/${ticket}`, {}, 'agent');
    expect((await mails.json()).incoming.at(-1)).toMatchObject({
      authentication: 'spf=pass dkim=none dmarc=pass',
    });
    // an admin says who it was
    const [, forged] = await quarantine();
    await desk.request(
      `/quarantine/${forged.id}/release`,
      { method: 'POST' },
      'admin',
    );
    expect(await ticketOf('Forged')).toMatchObject({
      requester: 'user:default/requester',
    });
  });
});
