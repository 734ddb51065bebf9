import type { Message } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { Readable } from 'node:stream';
import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';
import { createDesk } from '../createDesk';

jest.setTimeout(60_000);

const databases = testDatabases();
const SECRET = 'xyzzysecret';
const REASON = 'A password';
const user = (name: string) => `user:default/${name}`;

describe.each(databases.ids)('redacting a message on %s', id => {
  let knex: Knex;
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    knex = await databases.init(id);
    life = await lifeDesk(knex);
  });

  async function upload(name: string): Promise<string> {
    const uploaded = await life.desk.uploadFile(caller('requester'), {
      name,
      content: Readable.from([Buffer.from(`${SECRET} in ${name}`)]),
    });
    return uploaded.id;
  }

  /** A ticket with a reply of the requester that has two files. */
  async function written() {
    const { id: ticket } = await life.file({ message: 'Help' });
    const attachments = [await upload('one.txt'), await upload('two.txt')];
    const message = await life.desk.addMessage(
      caller('requester'),
      { ticket },
      { kind: 'reply', body: `It is ${SECRET}`, attachments },
    );
    return { ticket, message, files: attachments };
  }

  const redact = (
    name: string,
    ticket: string,
    message: Message,
    attachments?: string[],
  ) =>
    life.desk.redactMessage(caller(name), ticket, message.id, {
      reason: REASON,
      ...(attachments && { attachments }),
    });

  const found = async (name: string, text: string) =>
    (await life.desk.searchTickets(caller(name), { text, limit: 10 })).items
      .length;

  const latest = async (name: string, ticket: string) =>
    (await life.desk.listEvents(caller(name), ticket, { limit: 1 })).items[0]
      .detail;

  /** Where in the database a text stands, as far as it is text. */
  async function placesOf(text: string): Promise<string[]> {
    const places: string[] = [];
    for (const table of [
      'tickets',
      'ticket_messages',
      'ticket_texts',
      'ticket_events',
      'ticket_files',
      'ticket_outbox',
    ]) {
      const rows = await knex(table);
      if (JSON.stringify(rows).includes(text)) {
        places.push(table);
      }
    }
    const chunks = await knex('ticket_file_chunks');
    if (chunks.some(row => Object.values(row).join(' ').includes(text))) {
      places.push('ticket_file_chunks');
    }
    return places;
  }

  it('removes text and files for everybody, and from everywhere', async () => {
    const { ticket, message, files } = await written();
    expect(await found('requester', SECRET)).toBe(1);
    expect(await placesOf(SECRET)).toEqual([
      'ticket_messages',
      'ticket_texts',
      'ticket_file_chunks',
    ]);

    const at = life.clock.now().toISOString();
    const redacted = { by: user('agent'), at };
    await expect(redact('agent', ticket, message)).resolves.toEqual({
      ...message,
      body: '',
      attachments: [],
      redacted,
    });

    expect(await placesOf(SECRET)).toEqual([]);
    expect(await found('requester', SECRET)).toBe(0);
    for (const name of ['requester', 'agent', 'owner']) {
      const { items } = await life.desk.listMessages(caller(name), ticket, {
        limit: 10,
      });
      expect(items[0]).toMatchObject({ body: '', attachments: [], redacted });
    }
    for (const file of files) {
      await expect(
        life.desk.downloadFile(caller('requester'), file),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    }
  });

  it('stays in the history, with the reason for agents alone', async () => {
    const { ticket, message } = await written();
    await redact('agent', ticket, message);
    const shown = {
      type: 'message-redacted',
      messageId: message.id,
      kind: 'reply',
      files: 2,
      text: true,
    };
    expect(await latest('agent', ticket)).toEqual({ ...shown, reason: REASON });
    expect(await latest('requester', ticket)).toEqual(shown);
  });

  it('lets others forget what they keep of the ticket, or removes nothing', async () => {
    const { ticket, message } = await written();
    const { id: merged } = await life.file();
    await life.desk.mergeTicket(
      caller('agent'),
      { ticket: merged },
      { into: ticket },
    );
    const forgotten: string[][] = [];
    let trouble: Error | undefined = new Error('no');
    const desk = createDesk({
      ...life.context,
      forget: async (ids, tx) => {
        forgotten.push([...ids].sort());
        await tx('tickets').where({ id: ticket }).update({ subject: 'Later' });
        if (trouble) {
          throw trouble;
        }
      },
    });
    const again = () =>
      desk.redactMessage(caller('agent'), ticket, message.id, {
        reason: REASON,
      });
    await expect(again()).rejects.toThrow('no');
    expect(await found('requester', SECRET)).toBe(1);
    expect(
      (await life.desk.getTicket(caller('agent'), ticket)).subject,
    ).not.toBe('Later');
    trouble = undefined;
    await again();
    // what is gone already is forgotten already
    await again();
    const both = [merged, ticket].sort();
    expect(forgotten).toEqual([both, both]);
  });

  it('lets others forget it of the ticket from which it was split off, too', async () => {
    const { ticket, message } = await written();
    const split = await life.desk.splitTicket(
      caller('agent'),
      { ticket },
      { message: message.id, subject: 'Apart' },
    );
    const forgotten: string[][] = [];
    const desk = createDesk({
      ...life.context,
      forget: async ids => {
        forgotten.push([...ids].sort());
      },
    });
    await desk.redactMessage(caller('agent'), split.id, message.id, {
      reason: REASON,
    });
    await desk.deleteTicket(caller('admin'), { ticket: split.id });
    const both = [ticket, split.id].sort();
    expect(forgotten).toEqual([both, both]);
  });

  it('can take some files alone', async () => {
    const { ticket, message, files } = await written();
    const after = await redact('agent', ticket, message, [files[0]]);
    expect(after.redacted).toBeUndefined();
    expect(after.body).toBe(message.body);
    expect(after.attachments.map(file => file.id)).toEqual([files[1]]);
    expect(await latest('requester', ticket)).toMatchObject({
      files: 1,
      text: false,
    });
    await expect(
      redact('agent', ticket, message, [files[0]]),
    ).rejects.toMatchObject({
      name: 'InputError',
      issues: [{ path: 'attachments[0]' }],
    });
  });

  it('does nothing a second time', async () => {
    const { ticket, message } = await written();
    const first = await redact('agent', ticket, message);
    life.clock.advance(1);
    await expect(redact('admin', ticket, message)).resolves.toEqual(first);
    const { items } = await life.desk.listEvents(caller('agent'), ticket, {
      limit: 100,
    });
    expect(
      items.filter(({ detail }) => detail.type === 'message-redacted'),
    ).toHaveLength(1);
  });

  it('moves nothing that shows outside for a note', async () => {
    const { ticket } = await written();
    const note = await life.desk.addMessage(
      caller('agent'),
      { ticket },
      { kind: 'note', body: SECRET },
    );
    const seen = () => life.desk.getTicket(caller('requester'), ticket);
    const history = () =>
      life.desk.listEvents(caller('requester'), ticket, { limit: 100 });
    const before = [await seen(), await history()];
    life.clock.advance(1);
    await redact('agent', ticket, note);
    expect([await seen(), await history()]).toEqual(before);
  });

  it('is known of a private message to those alone who could read it', async () => {
    const { ticket } = await written();
    const message = await life.desk.addMessage(
      caller('agent'),
      { ticket },
      { kind: 'private', body: SECRET, recipients: [user('second-agent')] },
    );
    await expect(redact('admin', ticket, message)).rejects.toMatchObject({
      name: 'NotFoundError',
      code: 'message-not-found',
    });
    await redact('second-agent', ticket, message);
    expect(await latest('agent', ticket)).toMatchObject({
      type: 'message-redacted',
    });
    expect(await latest('admin', ticket)).not.toMatchObject({
      type: 'message-redacted',
    });
  });

  it('finds no message of another ticket', async () => {
    const { message } = await written();
    const other = await written();
    await expect(redact('agent', other.ticket, message)).rejects.toMatchObject({
      code: 'message-not-found',
    });
  });

  it.each(['requester', 'owner', 'colleague', 'other-agent'])(
    'is not for %s',
    async name => {
      const { ticket, message } = await written();
      await expect(redact(name, ticket, message)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    },
  );
});
