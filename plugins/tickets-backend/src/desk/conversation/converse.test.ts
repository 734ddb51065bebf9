import { Readable } from 'node:stream';
import type { AddMessageRequest } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';

jest.setTimeout(60_000);

const databases = testDatabases();
const page = { limit: 100 };

describe.each(databases.ids)('adding a message on %s', id => {
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    life = await lifeDesk(await databases.init(id));
  });

  function reply(
    name: string,
    ticket: string,
    request: Partial<
      Extract<AddMessageRequest, { kind: 'reply' | 'note' }>
    > = {},
    idempotencyKey?: string,
  ) {
    return life.desk.addMessage(
      caller(name),
      { ticket },
      { kind: 'reply', body: 'Hello', ...request },
      { idempotencyKey },
    );
  }

  async function bodies(name: string, ticket: string): Promise<string[]> {
    const { items } = await life.desk.listMessages(caller(name), ticket, page);
    return items.map(({ body }) => body);
  }

  describe('with an idempotency key', () => {
    it('adds it once, and answers as at first', async () => {
      const { id: ticket } = await life.file();
      const first = await reply('requester', ticket, { body: 'One' }, 'k1');
      await life.desk.closeTicket(caller('agent'), { ticket }, {});
      expect(await reply('requester', ticket, { body: 'One' }, 'k1')).toEqual(
        first,
      );
      expect(await bodies('agent', ticket)).toEqual(['One']);
      expect(await life.desk.getTicket(caller('agent'), ticket)).toMatchObject({
        status: 'closed',
      });
    });

    it('adds it once when it is sent several times at once', async () => {
      const { id: ticket } = await life.file();
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => reply('agent', ticket, {}, 'k2')),
      );
      expect(new Set(answers.map(message => message.id)).size).toBe(1);
      expect(await bodies('agent', ticket)).toEqual(['Hello']);
    });

    it('adds it once when the version it was written for is sent along', async () => {
      const { id: ticket, version } = await life.file();
      const answers = await Promise.all(
        Array.from({ length: 4 }, () =>
          life.desk.addMessage(
            caller('agent'),
            { ticket, version },
            { kind: 'reply', body: 'One', status: 'waiting-requester' },
            { idempotencyKey: 'k6' },
          ),
        ),
      );
      expect(new Set(answers.map(answer => answer.id)).size).toBe(1);
      expect(await bodies('agent', ticket)).toEqual(['One']);
    });

    it('is refused for another message', async () => {
      const { id: ticket } = await life.file();
      await reply('agent', ticket, { body: 'One' }, 'k3');
      await expect(
        reply('agent', ticket, { body: 'Two' }, 'k3'),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      await reply('requester', ticket, { body: 'Three' }, 'k3');
      expect(await bodies('agent', ticket)).toEqual(['Three', 'One']);
    });

    it('is free again when nothing came of it', async () => {
      const { id: ticket } = await life.file();
      await expect(
        reply('agent', ticket, { status: 'nowhere' }, 'k4'),
      ).rejects.toMatchObject({ name: 'InputError' });
      await reply('agent', ticket, { status: 'solved' }, 'k4');
      expect(await bodies('agent', ticket)).toEqual(['Hello']);
    });
  });

  describe('with files', () => {
    async function upload(name: string, file: string): Promise<string> {
      const { id: fileId } = await life.desk.uploadFile(caller(name), {
        name: file,
        content: Readable.from([Buffer.from(`content of ${file}`)]),
      });
      return fileId;
    }

    it('shows them to those who read the message', async () => {
      const { id: ticket } = await life.file();
      const attachments = [
        await upload('agent', 'one.txt'),
        await upload('agent', 'two.txt'),
      ];
      const message = await reply('agent', ticket, { attachments });
      expect(message.attachments.map(({ name }) => name).sort()).toEqual([
        'one.txt',
        'two.txt',
      ]);
      const { items } = await life.desk.listMessages(
        caller('requester'),
        ticket,
        page,
      );
      expect(items).toEqual([message]);
    });

    it('is refused as a whole when one belongs to somebody else', async () => {
      const { id: ticket } = await life.file();
      const own = await upload('agent', 'one.txt');
      const others = await upload('requester', 'two.txt');
      await expect(
        reply('agent', ticket, { attachments: [own, others] }),
      ).rejects.toMatchObject({ issues: [{ path: 'attachments[1]' }] });
      expect(await bodies('agent', ticket)).toEqual([]);
      await reply('agent', ticket, { attachments: [own] });
    });
  });

  it('moves the ticket on, as it is configured', async () => {
    const { id: ticket } = await life.file();
    await reply('agent', ticket, { status: 'waiting-requester' });
    await reply('requester', ticket);
    expect(await life.desk.getTicket(caller('agent'), ticket)).toMatchObject({
      status: 'in-progress',
    });
    expect((await life.changes(ticket)).map(({ type }) => type)).toEqual([
      'replied',
      'status-changed',
      'replied',
      'status-changed',
    ]);
  });

  it('is refused in the archive', async () => {
    const { id: ticket } = await life.file();
    await life.desk.closeTicket(caller('agent'), { ticket }, {});
    await life.desk.archiveTicket(caller('agent'), { ticket });
    for (const name of ['requester', 'agent', 'admin']) {
      await expect(reply(name, ticket)).rejects.toMatchObject({
        name: 'ConflictError',
      });
    }
  });
});
