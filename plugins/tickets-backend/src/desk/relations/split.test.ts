import { Readable } from 'node:stream';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../../__testUtils__/databases';
import { LEDGER, SUPPORT, lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';

jest.setTimeout(60_000);

const databases = testDatabases();
const page = { limit: 100 };

function user(name: string): string {
  return `user:default/${name}`;
}

describe.each(databases.ids)('splitting a ticket on %s', id => {
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    life = await lifeDesk(await databases.init(id));
  });

  async function say(
    name: string,
    ticket: string,
    kind: 'reply' | 'note' = 'reply',
    attachments: string[] = [],
  ): Promise<string> {
    const message = await life.desk.addMessage(
      caller(name),
      { ticket },
      { kind, body: `${kind} of ${name}`, attachments },
    );
    return message.id;
  }

  function split(name: string, ticket: string, message: string) {
    return life.desk.splitTicket(
      caller(name),
      { ticket },
      { message, subject: 'Another matter' },
    );
  }

  async function seenBy(name: string, ticket: string) {
    return (await life.desk.listMessages(caller(name), ticket, page)).items;
  }

  function file(): Promise<Ticket> {
    return life.file({
      message: 'It is slow',
      category: 'incident',
      fields: { impact: 'high' },
      priority: 'high',
      cc: [user('cc-person')],
    });
  }

  it('makes the message, with its files, the first one of a new ticket', async () => {
    const { desk } = life;
    const old = await file();
    const { id: attachment } = await desk.uploadFile(caller('requester'), {
      name: 'log.txt',
      content: Readable.from([Buffer.from('what happened')]),
    });
    const message = await say('requester', old.id, 'reply', [attachment]);
    await say('agent', old.id);
    const fresh = await split('agent', old.id, message);

    expect(fresh).toMatchObject({
      status: 'new',
      version: 1,
      subject: 'Another matter',
      category: 'incident',
      priority: 'high',
      fields: {},
      people: [],
      requester: user('requester'),
      createdBy: user('agent'),
      organisation: 'group:default/shop',
      team: SUPPORT,
      assets: [{ entityRef: LEDGER, primary: true }],
    });
    expect(await seenBy('requester', fresh.id)).toMatchObject([
      {
        id: message,
        ticket: fresh.id,
        origin: old.number,
        attachments: [{ id: attachment, name: 'log.txt' }],
      },
    ]);
    expect((await seenBy('requester', old.id)).map(({ body }) => body)).toEqual(
      ['reply of agent', 'It is slow'],
    );
    expect(await life.events(fresh.id)).toMatchObject([
      { type: 'filed' },
      { type: 'routed', rule: 'copied' },
      { type: 'linked', link: 'split', outward: true, ticket: old.id },
    ]);
    expect((await life.events(old.id)).at(-1)).toMatchObject({
      type: 'linked',
      link: 'split',
      outward: false,
      number: fresh.number,
    });
    const download = await desk.downloadFile(caller('requester'), attachment);
    expect((await download.content.toArray()).join('')).toBe('what happened');
  });

  it.each<[author: string, requester: string, organisation: string]>([
    ['colleague', 'colleague', 'group:default/shop'],
    ['cc-person', 'cc-person', 'group:default/outsiders'],
    ['agent', 'requester', 'group:default/shop'],
    ['other-agent', 'requester', 'group:default/shop'],
  ])('files a reply of %s for %s', async (author, requester, organisation) => {
    const old = await file();
    const message = await say(author, old.id);
    expect(await split('agent', old.id, message)).toMatchObject({
      requester: user(requester),
      organisation,
    });
    expect((await seenBy(requester, old.id)).length).toBe(1);
  });

  it('brings a message back when the ticket is merged into where it came from', async () => {
    const old = await file();
    const message = await say('requester', old.id);
    const { id: fresh } = await split('agent', old.id, message);
    await life.desk.mergeTicket(
      caller('agent'),
      { ticket: fresh },
      { into: old.id },
    );
    const [returned] = await seenBy('requester', old.id);
    expect(returned).toMatchObject({ id: message, ticket: old.id });
    expect(returned).not.toHaveProperty('origin');
    expect(await life.desk.listLinks(caller('agent'), old.id)).toEqual({
      items: [],
    });
  });

  it('keeps the visibility of the ticket', async () => {
    const old = await file();
    await life.desk.editTicket(
      caller('agent'),
      { ticket: old.id },
      { visibility: 'confidential' },
    );
    const message = await say('requester', old.id);
    const { id: ticket } = await split('agent', old.id, message);
    await expect(
      life.desk.getTicket(caller('colleague'), ticket),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('tells where a message was written those only who may read of it', async () => {
    const old = await file();
    const message = await say('owner', old.id);
    const { id: fresh } = await split('agent', old.id, message);
    expect(await seenBy('owner', fresh)).toMatchObject([
      { id: message, origin: old.number },
    ]);
    await life.desk.editTicket(
      caller('agent'),
      { ticket: old.id },
      { visibility: 'internal' },
    );
    expect(JSON.stringify(await seenBy('owner', fresh))).not.toContain(
      old.number,
    );
    expect(await seenBy('agent', fresh)).toMatchObject([
      { id: message, origin: old.number },
    ]);
  });

  it('tells it no more when the message is sent once more', async () => {
    const old = await file();
    const again = () =>
      life.desk.addMessage(
        caller('owner'),
        { ticket: old.id },
        { kind: 'reply', body: 'Mine' },
        { idempotencyKey: `mine ${old.id}` },
      );
    const { id: message } = await again();
    await split('agent', old.id, message);
    expect(await again()).toMatchObject({ id: message, origin: old.number });
    await life.desk.editTicket(
      caller('agent'),
      { ticket: old.id },
      { visibility: 'internal' },
    );
    expect(await again()).not.toHaveProperty('origin');
  });

  it('is only for replies that stand on the ticket', async () => {
    const old = await file();
    const { id: another } = await file();
    const wrong = [
      await say('agent', old.id, 'note'),
      await say('agent', another),
      '999999999999999999',
    ];
    for (const message of wrong) {
      await expect(split('agent', old.id, message)).rejects.toMatchObject({
        issues: [{ path: 'message' }],
      });
    }
    const message = await say('agent', old.id);
    await split('agent', old.id, message);
    await expect(split('agent', old.id, message)).rejects.toMatchObject({
      issues: [{ path: 'message' }],
    });
  });

  it('moves a message once when it is split off twice at the same time', async () => {
    const old = await file();
    const message = await say('requester', old.id);
    const results = await Promise.allSettled(
      ['agent', 'second-agent', 'admin'].map(name =>
        split(name, old.id, message),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(
      (await life.desk.listLinks(caller('agent'), old.id)).items,
    ).toHaveLength(1);
  });

  it.each<[name: string, error: string]>([
    ['requester', 'NotAllowedError'],
    ['colleague', 'NotAllowedError'],
    ['other-agent', 'NotAllowedError'],
    ['outsider', 'NotFoundError'],
  ])('is not for %s', async (name, error) => {
    const old = await file();
    const message = await say('requester', old.id);
    await expect(split(name, old.id, message)).rejects.toMatchObject({
      name: error,
    });
  });
});
