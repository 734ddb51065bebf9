import { testDatabases } from './__testUtils__/databases';
import { eventually } from './__testUtils__/eventually';
import {
  answerTo,
  replyAddressOf,
  startConversation,
} from './__testUtils__/conversation';
import type { ImapServer } from './__testUtils__/imapServer';
import type { MailDesk } from './__testUtils__/mailDesk';
import { mailText, multipart } from './__testUtils__/mailText';

jest.setTimeout(120_000);

const databases = testDatabases();

const AGENT = 'The agent <agent@example.com>';

describe.each(databases.ids)('a conversation by mail on %s', id => {
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
  const messagesOf = (name: string, ticket: string) =>
    conversation.messagesOf(name, ticket);
  const ticketOf = (subject: string) => conversation.ticketOf(subject);

  it('goes from filing to reopening', async () => {
    imap.deliver(
      mailText({ Subject: 'Re: Conversation' }, 'It *burns*.\nHelp!'),
    );
    await mailTo('requester', 'Conversation', 'We have received your ticket.');
    const toAgent = await mailTo(
      'agent',
      'Conversation',
      'There is a new ticket.',
    );
    const ticket = await ticketOf('Conversation');
    expect(ticket).toMatchObject({
      subject: 'Conversation',
      channel: 'email',
      requester: 'user:default/requester',
    });
    await desk.as('agent').takeOver(ticket.id);

    // the agent answers in the portal, the requester by mail
    await desk
      .as('agent')
      .addMessage(ticket.id, { kind: 'reply', body: 'Where is it?' });
    const question = await mailTo(
      'requester',
      'Conversation',
      'There is a new reply',
    );
    expect(replyAddressOf(question)).toMatch(
      /^desk\+[a-z2-7]{40}@example\.com$/,
    );
    imap.deliver(
      answerTo(
        question,
        {},
        'In room 12.\n\nOn Tue, 1 Dec 2026 at 09:00, Service Desk wrote:\n> Where is it?\n> --\n> Service Desk',
      ),
    );
    const toAssignee = await mailTo(
      'agent',
      'Conversation',
      'There is a new reply',
    );
    // what is quoted is folded in the ticket, and left out of mails
    expect(toAssignee.text).toContain('In room 12.');
    expect(toAssignee.text).not.toContain('wrote:');
    expect(replyAddressOf(toAssignee)).not.toBe(replyAddressOf(question));

    // the agent answers by mail, and notes something
    imap.deliver(answerTo(toAssignee, { From: AGENT }, 'We are coming.'));
    const answer = await mailTo(
      'requester',
      'Conversation',
      'There is a new reply',
    );
    expect(answer.text).toContain('We are coming.');
    imap.deliver(answerTo(toAgent, { From: AGENT }, '#note\nBring a bucket.'));
    await eventually(async () =>
      expect(await messagesOf('agent', ticket.id)).toEqual([
        ['note', 'team', 'agent', 'Bring a bucket.'],
        ['reply', 'team', 'agent', 'We are coming.'],
        [
          'reply',
          'requester',
          'requester',
          'In room 12.\n\n<details><summary>Quoted text</summary>\n\nOn Tue, 1 Dec 2026 at 09:00, Service Desk wrote:  \n> Where is it?  \n> \\--  \n> Service Desk\n\n</details>',
        ],
        ['reply', 'team', 'agent', 'Where is it?'],
        ['reply', 'requester', 'requester', 'It \\*burns\\*.  \nHelp!'],
      ]),
    );

    // closed, and reopened by mail
    await desk.as('agent').solveTicket(ticket.id);
    const solved = await mailTo('requester', 'Conversation', '');
    imap.deliver(answerTo(solved, {}, 'It burns again.'));
    await eventually(async () =>
      expect(await desk.as('requester').getTicket(ticket.id)).toMatchObject({
        light: 'orange',
      }),
    );
    expect(
      imap.folder('INBOX').messages.every(it => it.flags.includes('\\Seen')),
    ).toBe(true);
  });

  it('finds the ticket by references and by its number, for who takes part', async () => {
    const { id: ticket, number } = await desk
      .as('requester')
      .fileTicket({ subject: 'Threads', message: 'First' });
    const confirmation = await mailTo(
      'requester',
      'Threads',
      'We have received',
    );
    // to the desk, not to the reply address
    const toDesk = { To: 'desk@example.com' };
    imap.deliver(answerTo(confirmation, toDesk, 'By reference'));
    imap.deliver(mailText({ Subject: `AW: [Desk #${number}] x` }, 'By number'));
    // as a mailing list writes it
    const subject = `[Help]  Re: [${number}] x`;
    imap.deliver(mailText({ Subject: subject }, 'By a list'));
    await eventually(async () =>
      expect(
        (await messagesOf('requester', ticket)).map(([, , , body]) => body),
      ).toEqual(['By a list', 'By number', 'By reference', 'First']),
    );
    // somebody else who knows the number opens a ticket of their own
    imap.deliver(
      mailText(
        { From: 'watcher@example.com', Subject: `Re: [${number}] Threads too` },
        'Let me in',
      ),
    );
    expect(await ticketOf('Threads too')).toMatchObject({
      requester: 'user:default/watcher',
    });
    expect(await messagesOf('requester', ticket)).toHaveLength(4);
  });

  it('takes nobody for an agent who only says so', async () => {
    const { id: ticket } = await desk
      .as('requester')
      .fileTicket({ subject: 'Forgery', message: 'First' });
    const toRequester = await mailTo(
      'requester',
      'Forgery',
      'We have received',
    );
    const toAgent = await mailTo('agent', 'Forgery', 'There is a new ticket.');
    // the agent's address, and the number or another one's reply address
    imap.deliver(
      mailText({ From: AGENT, Subject: `[x] ${toAgent.subject}` }, 'Closed.'),
    );
    imap.deliver(answerTo(toRequester, { From: AGENT }, 'Closed.'));
    // another address, at the agent's reply address
    imap.deliver(answerTo(toAgent, {}, '#note\nNot a note'));
    await eventually(async () =>
      expect(await messagesOf('agent', ticket)).toEqual([
        ['reply', 'requester', 'requester', '#note  \nNot a note'],
        ['reply', 'requester', 'requester', 'First'],
      ]),
    );
    const response = await desk.request('/quarantine', {}, 'admin');
    const { items } = await response.json();
    expect(
      items.map(({ reason, sender }: Record<string, string>) => [
        reason,
        sender,
      ]),
    ).toEqual([
      ['unproven-agent', 'agent@example.com'],
      ['unproven-agent', 'agent@example.com'],
    ]);
  });

  it('takes files and pictures under the rules of the desk', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    imap.deliver(
      mailText(
        {
          Subject: '=?iso-8859-1?Q?Gr=FC=DFe?=',
          'Content-Type': 'multipart/mixed; boundary=outer',
        },
        multipart(
          'outer',
          [
            [
              'Content-Type: text/html; charset=iso-8859-1',
              'Content-Transfer-Encoding: quoted-printable',
            ],
            '<p>Sch=F6n <b>hier</b>: <img src=3D"cid:pic" alt=3D"Bild"></p><script>alert(1)</script>',
          ],
          [
            [
              'Content-Type: image/png; name=a.png',
              'Content-ID: <pic>',
              'Content-Disposition: inline; filename=a.png',
              'Content-Transfer-Encoding: base64',
            ],
            png.toString('base64'),
          ],
          [
            [
              'Content-Type: text/plain; name=server.log',
              'Content-Disposition: inline; filename="../server.log"',
            ],
            'the log',
          ],
          [
            [
              'Content-Type: application/x-msdownload; name=virus.exe',
              'Content-Disposition: attachment; filename=virus.exe',
              'Content-Transfer-Encoding: base64',
            ],
            Buffer.from('MZ\u0090\u0000', 'latin1').toString('base64'),
          ],
          [
            ['Content-Type: message/rfc822'],
            mailText({ Subject: 'Forwarded' }, 'Inner text'),
          ],
        ),
      ),
    );
    const { id: ticket } = await ticketOf('Grüße');
    const { items } = await desk.as('agent').listMessages(ticket);
    expect(items[0].body).toMatch(
      /^Schön \*\*hier\*\*: \\\[Bild\\\]\n\n\*File that was not taken: virus\.exe \(/,
    );
    expect(items[0].attachments.map(({ name }) => name)).toEqual([
      'a.png',
      'server.log',
      'mail-4.eml',
    ]);
  });
});
