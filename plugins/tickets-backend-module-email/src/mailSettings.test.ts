import { testDatabases } from './__testUtils__/databases';
import { eventually } from './__testUtils__/eventually';
import { startMailDesk } from './__testUtils__/mailDesk';
import { startMailServer } from './__testUtils__/mailServer';

jest.setTimeout(120_000);

const databases = testDatabases();

it.each(databases.ids)(
  'people choose whether they are mailed at once, by digests or not, on %s',
  async id => {
    const knex = await databases.init(id);
    const smtp = await startMailServer();
    const desk = await startMailDesk(knex, {
      transportConfig: smtp.transportConfig,
      sender: 'Service Desk <desk@example.com>',
    });
    try {
      const settings = async (name: string, mails?: string) => {
        const response = await desk.request(
          '/settings',
          mails === undefined
            ? {}
            : {
                method: 'PUT',
                body: JSON.stringify({ mails }),
                headers: { 'Content-Type': 'application/json' },
              },
          name,
        );
        return response.ok ? (await response.json()).mails : response.status;
      };
      expect(await settings('requester')).toBe('instant');
      expect(await settings('requester', 'sometimes')).toBe(400);
      expect(await settings('requester', 'digest')).toBe('digest');
      expect(await settings('requester')).toBe('digest');
      expect(await settings('colleague', 'off')).toBe('off');
      const { id: ticket } = await desk.as('requester').fileTicket({
        subject: 'Quiet',
        message: 'A secret of mine',
        assets: ['component:default/queue'],
        cc: ['user:default/colleague', 'user:default/watcher'],
      });
      await desk
        .as('agent')
        .addMessage(ticket, { kind: 'reply', body: 'Here is another secret' });
      const replied = () =>
        smtp.received.filter(({ parsed }) =>
          parsed.text?.startsWith('There is a new reply'),
        );
      await eventually(() =>
        expect(replied().map(({ to }) => to)).toEqual(['watcher@example.com']),
      );
      const addresses = new Set(smtp.received.map(({ to }) => to));
      expect(addresses).not.toContain('requester@example.com');
      expect(addresses).not.toContain('colleague@example.com');
      const waiting = await knex('ticket_mail_digest').orderBy('id');
      expect(
        waiting.map(({ user_ref: ref, sentence, actor }) => [
          ref,
          sentence,
          actor,
        ]),
      ).toEqual([
        [
          'user:default/requester',
          expect.stringContaining('We have received'),
          expect.anything(),
        ],
        [
          'user:default/requester',
          'There is a new reply to your ticket.',
          'The agent',
        ],
      ]);
      expect(JSON.stringify(waiting)).not.toContain('secret');
    } finally {
      await desk.stop();
      await smtp.stop();
    }
  },
);
