import type { Message } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';

jest.setTimeout(60_000);

const databases = testDatabases();
const everybody = [
  'requester',
  'colleague',
  'owner',
  'agent',
  'second-agent',
  'other-agent',
  'admin',
];
const SECRET = 'xyzzy-private';

function user(name: string): string {
  return `user:default/${name}`;
}

describe.each(databases.ids)('a private message on %s', id => {
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    life = await lifeDesk(await databases.init(id));
  });

  function send(ticket: string, ...recipients: string[]): Promise<Message> {
    return life.desk.addMessage(
      caller('agent'),
      { ticket },
      { kind: 'private', body: SECRET, recipients: recipients.map(user) },
    );
  }

  async function seenBy(name: string, ticket: string) {
    const { desk } = life;
    const as = caller(name);
    const page = { limit: 100 };
    return {
      ticket: await desk.getTicket(as, ticket),
      messages: await desk.listMessages(as, ticket, page),
      events: await desk.listEvents(as, ticket, page),
      counts: await desk.countTickets(as, {}),
      stale: await desk
        .editTicket(as, { ticket, version: 1 }, { subject: 'Stale' })
        .then(
          () => undefined,
          (error: unknown) => error,
        ),
    };
  }

  it('reaches its author and those it is for, and nobody else', async () => {
    const { id: ticket } = await life.file({ message: 'Help' });
    const before = new Map<string, unknown>();
    for (const name of everybody) {
      before.set(name, await seenBy(name, ticket));
    }
    const message = await send(ticket, 'requester', 'other-agent');
    expect(message).toMatchObject({
      ticket,
      kind: 'private',
      side: 'team',
      author: user('agent'),
      recipients: [user('requester'), user('other-agent')],
    });

    for (const name of ['agent', 'requester', 'other-agent']) {
      const { messages, events } = await seenBy(name, ticket);
      expect(messages.items[0]).toEqual({
        ...message,
        recipients: [user('other-agent'), user('requester')],
      });
      expect(events.items[0].detail).toEqual({
        type: 'private-message-added',
        messageId: message.id,
        recipients: [user('requester'), user('other-agent')],
      });
    }
    for (const name of ['colleague', 'owner', 'second-agent', 'admin']) {
      expect([name, await seenBy(name, ticket)]).toEqual([
        name,
        before.get(name),
      ]);
    }
  });

  it('does not show in what changed since a version', async () => {
    const { id: ticket } = await life.file();
    await life.desk.editTicket(
      caller('agent'),
      { ticket },
      { priority: 'low' },
    );
    await send(ticket, 'requester');
    const attempt = (name: string) =>
      life.desk
        .addMessage(
          caller(name),
          { ticket, version: 1 },
          { kind: 'reply', body: 'Stale' },
        )
        .catch((error: { changes: { detail: { type: string } }[] }) =>
          error.changes.map(({ detail }) => detail.type),
        );
    expect(await attempt('second-agent')).toEqual(['edited']);
    expect(await attempt('requester')).not.toContain(SECRET);
  });

  it('fills pages of those only who may read it', async () => {
    const { id: ticket } = await life.file({ message: 'One' });
    await send(ticket, 'second-agent');
    await life.desk.addMessage(
      caller('agent'),
      { ticket },
      { kind: 'reply', body: 'Two' },
    );
    await send(ticket, 'second-agent');
    const bodies = async (name: string) => {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await life.desk.listMessages(caller(name), ticket, {
          limit: 1,
          cursor,
        });
        expect(page.items).toHaveLength(1);
        found.push(page.items[0].body);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      return found;
    };
    expect(await bodies('requester')).toEqual(['Two', 'One']);
    expect(await bodies('second-agent')).toEqual([
      SECRET,
      'Two',
      SECRET,
      'One',
    ]);
  });

  it('neither reopens a ticket nor moves it on', async () => {
    const { id: ticket } = await life.file();
    const { desk } = life;
    await desk.solveTicket(caller('agent'), { ticket }, {});
    const before = await desk.getTicket(caller('admin'), ticket);
    await send(ticket, 'requester');
    expect(await desk.getTicket(caller('admin'), ticket)).toEqual(before);
  });

  it.each(['requester', 'colleague', 'owner', 'other-agent'])(
    'is not for %s to send',
    async name => {
      const { id: ticket } = await life.file();
      await expect(
        life.desk.addMessage(
          caller(name),
          { ticket },
          { kind: 'private', body: 'Hi', recipients: [user('agent')] },
        ),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
    },
  );

  it.each(['outsider', 'nobody'])(
    'does not go to %s, who cannot read the ticket',
    async name => {
      const { id: ticket } = await life.file();
      await expect(send(ticket, 'requester', name)).rejects.toMatchObject({
        name: 'InputError',
        issues: [
          {
            path: 'recipients[1]',
            message: `${user(name)} cannot read this ticket`,
          },
        ],
      });
      expect(await life.changes(ticket)).toEqual([]);
    },
  );
});
