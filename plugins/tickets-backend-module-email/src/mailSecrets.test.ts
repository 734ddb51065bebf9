import { testDatabases } from './__testUtils__/databases';
import { eventually } from './__testUtils__/eventually';
import { answerTo, startConversation } from './__testUtils__/conversation';

jest.setTimeout(120_000);

const databases = testDatabases();

const AGENT = 'The agent <agent@example.com>';

it.each(databases.ids)(
  'answers by mail tell nobody what others wrote among them, on %s',
  async id => {
    const knex = await databases.init(id);
    const conversation = await startConversation(knex);
    const { imap, desk } = conversation;
    try {
      const { id: ticket } = await desk
        .as('requester')
        .fileTicket({ subject: 'Secrets', message: 'First' });
      await conversation.mailTo('requester', 'Secrets', 'We have received');
      const toAgent = await conversation.mailTo(
        'agent',
        'Secrets',
        'There is a new ticket.',
      );
      await desk.as('agent').takeOver(ticket);
      await desk
        .as('second-agent')
        .addMessage(ticket, { kind: 'note', body: 'He is a liar' });
      const note = await conversation.mailTo(
        'agent',
        'Secrets',
        'There is a new note',
      );
      const quoting = (text: string) =>
        `${text}\n\nOn Tue, 1 Dec 2026 at 09:00, Service Desk wrote:\n> He is a liar`;
      const bodies = async (name: string) =>
        (await conversation.messagesOf(name, ticket)).map(
          ([kind, , author, body]) =>
            [kind, author, String(body).split('\n')[0]].join(' '),
        );
      imap.deliver(answerTo(note, { From: AGENT }, quoting('I think so too')));
      await eventually(async () =>
        expect((await bodies('agent'))[0]).toBe('note agent I think so too'),
      );
      imap.deliver(answerTo(note, { From: AGENT }, quoting('#reply\nThanks')));
      imap.deliver(answerTo(toAgent, { From: AGENT }, quoting('Solved')));
      await eventually(async () =>
        expect(await conversation.messagesOf('requester', ticket)).toEqual([
          ['reply', 'team', 'agent', 'Solved'],
          ['reply', 'team', 'agent', 'Thanks'],
          ['reply', 'requester', 'requester', 'First'],
        ]),
      );

      // an answer to a private message is for its author alone
      const privately = (name: string, recipient: string) =>
        desk.as(name).addMessage(ticket, {
          kind: 'private',
          body: 'Your password?',
          recipients: [`user:default/${recipient}`],
        });
      const secretTo = (name: string) =>
        conversation.mailTo(
          name,
          'Secrets',
          'There is a private message to you.',
        );
      await privately('second-agent', 'agent');
      const secret = await secretTo('agent');
      imap.deliver(answerTo(secret, { From: AGENT }, 'swordfish'));
      await eventually(async () =>
        expect((await bodies('second-agent'))[0]).toBe(
          'private agent swordfish',
        ),
      );
      expect(await conversation.messagesOf('requester', ticket)).toHaveLength(
        3,
      );
      // nor can any other agent read the mail as it came
      const mails = await desk.request(`/tickets/${ticket}`, {}, 'agent');
      const { incoming } = await mails.json();
      expect(incoming).toHaveLength(3);
      const originals = () =>
        Promise.all(
          incoming.map(async (mail: { id: string }) => {
            const path = `/tickets/${ticket}/originals/${mail.id}`;
            const original = await desk.request(path, {}, 'agent');
            return original.ok ? original.text() : '';
          }),
        );
      expect((await originals()).join()).toContain('I think so too');
      expect((await originals()).join()).not.toContain('swordfish');
      // those who cannot write one do not write one for all instead
      await privately('agent', 'requester');
      imap.deliver(
        answerTo(await secretTo('requester'), { Subject: 'Mine' }, 'swordfish'),
      );
      // who may not read what is named takes no part
      imap.deliver(
        answerTo(
          note,
          { To: 'desk@example.com', Subject: 'Named' },
          'Let me in',
        ),
      );
      await eventually(async () => {
        const response = await desk.request('/quarantine', {}, 'admin');
        const { items } = await response.json();
        for (const subject of ['Mine', 'Named']) {
          expect(items).toContainEqual(
            expect.objectContaining({ reason: 'refused', subject }),
          );
        }
      });
      expect(
        await conversation.messagesOf('second-agent', ticket),
      ).not.toContainEqual(expect.arrayContaining(['reply', 'swordfish']));
      // what is removed from a message stays in no mail as it came
      const { items } = await desk.as('agent').listMessages(ticket);
      const answer = items.find(({ body }) => body.includes('I think so too'));
      await desk.as('admin').redactMessage(ticket, answer?.id ?? '', {
        reason: 'A name',
      });
      expect((await originals()).join('')).toBe('');
      expect(
        await knex('ticket_incoming_originals')
          .join('ticket_incoming_mails', 'id', 'mail_id')
          .where({ ticket_id: ticket }),
      ).toEqual([]);
    } finally {
      await conversation.stop();
    }
  },
);
