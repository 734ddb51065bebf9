import { testDatabases } from '../__testUtils__/databases';
import { eventually } from '../__testUtils__/eventually';
import {
  mailChannel,
  recipient,
  replied,
  written,
} from '../__testUtils__/mailChannel';
import { type MailServer, startMailServer } from '../__testUtils__/mailServer';

jest.setTimeout(60_000);

const databases = testDatabases();
const REQUESTER = 'requester@example.com';
const COLLEAGUE = 'colleague@example.com';

describe.each(databases.ids)('what becomes of mails on %s', id => {
  let server: MailServer;
  const stops: (() => unknown)[] = [];

  beforeEach(async () => {
    server = await startMailServer();
    stops.push(server.stop);
  });

  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) {
      await stop();
    }
  });

  async function start(
    email?: object,
    knex?: Parameters<typeof mailChannel>[0],
  ) {
    const channel = await mailChannel(
      knex ?? (await databases.init(id)),
      server,
      email,
    );
    stops.push(channel.stop);
    return channel;
  }

  const addressees = () => server.received.map(({ to }) => to).sort();

  it('sends each recipient one, however often the notification comes', async () => {
    const { deliver, states } = await start();
    await deliver(replied());
    await deliver(replied());
    expect(addressees()).toEqual([COLLEAGUE, REQUESTER]);
    expect(await states()).toEqual({
      [COLLEAGUE]: 'sent',
      [REQUESTER]: 'sent',
    });
  });

  it('tries a recipient again who was refused for a while, and nobody else', async () => {
    const { deliver, states } = await start();
    server.refuse(REQUESTER, 451);
    await expect(deliver(replied())).rejects.toThrow(
      '1 of 2 mails could not be sent',
    );
    expect(await states()).toEqual({
      [COLLEAGUE]: 'sent',
      [REQUESTER]: 'failed',
    });
    server.accept(REQUESTER);
    await deliver(replied());
    expect(addressees()).toEqual([COLLEAGUE, REQUESTER]);
    expect(await states()).toMatchObject({ [REQUESTER]: 'sent' });
  });

  it('gives up a recipient who was refused for good', async () => {
    const { deliver, states } = await start();
    server.refuse(REQUESTER, 550);
    await deliver(replied());
    server.accept(REQUESTER);
    await deliver(replied());
    expect(addressees()).toEqual([COLLEAGUE]);
    expect(await states()).toEqual({
      [COLLEAGUE]: 'sent',
      [REQUESTER]: 'refused',
    });
  });

  it('sends again what broke off in the middle', async () => {
    const { deliver, states } = await start();
    const toOne = replied({ recipients: [recipient('requester')] });
    server.dieWith('in the middle');
    // a connection that was kept is made anew, and the mail sent again at once
    await deliver(toOne).catch(() => deliver(toOne));
    expect(addressees()).toEqual([REQUESTER]);
    expect(await states()).toEqual({ [REQUESTER]: 'sent' });
  });

  it('sends again under the same identifier what the server may have taken', async () => {
    const { deliver, states } = await start();
    const toOne = replied({ recipients: [recipient('requester')] });
    server.dieWith('after the end');
    await expect(deliver(toOne)).rejects.toThrow('1 of 1 mails');
    expect(await states()).toEqual({ [REQUESTER]: 'failed' });
    await deliver(toOne);
    await deliver(toOne);
    expect(server.received).toHaveLength(2);
    expect(
      new Set(server.received.map(({ parsed }) => parsed.messageId)).size,
    ).toBe(1);
    expect(await states()).toEqual({ [REQUESTER]: 'sent' });
  });

  it('sends again under the same identifier what a process had not recorded when it died', async () => {
    const knex = await databases.init(id);
    const before = await start({}, knex);
    const toOne = replied({ recipients: [recipient('requester')] });
    await before.deliver(toOne);
    await knex('ticket_mails').update({ state: 'queued' });
    const after = await start({}, knex);
    await after.deliver(toOne);
    const [first, second] = server.received;
    expect(second.parsed.messageId).toBe(first.parsed.messageId);
    expect(server.received).toHaveLength(2);
    expect(await after.states()).toEqual({ [REQUESTER]: 'sent' });
  });

  it('begins no further mail after the time is over, and sends none twice that was begun', async () => {
    const { deliver, states } = await start({ concurrencyLimit: 1 });
    const release = server.hold();
    const abort = new AbortController();
    const first = deliver(replied(), undefined, { signal: abort.signal });
    await eventually(async () =>
      expect(Object.keys(await states())).toHaveLength(2),
    );
    abort.abort(new Error('too late'));
    const again = deliver(replied());
    release();
    await expect(first).rejects.toThrow('too late');
    await again;
    expect(addressees()).toEqual([COLLEAGUE, REQUESTER]);
  });

  it('forgets what became of mails of long ago', async () => {
    const { deliver, states, store } = await start();
    await deliver(replied());
    await store.forgetBefore(new Date(Date.now() - 60_000));
    expect(Object.keys(await states())).toHaveLength(2);
    await store.forgetBefore(new Date(Date.now() + 60_000));
    expect(await states()).toEqual({});
  });

  it('lets several processes make the tables at once', async () => {
    const knex = await databases.init(id);
    await Promise.all([start({}, knex), start({}, knex), start({}, knex)]);
    expect(await knex('ticket_mails')).toEqual([]);
  });

  it('mails an address once that is spelt in two ways, and tells who has none', async () => {
    const { deliver, logger } = await start();
    await deliver(
      replied({
        recipients: [
          recipient('requester'),
          { ...recipient('requester'), ref: 'user:default/Requester' },
          recipient('no-mail', 'watcher'),
        ],
      }),
    );
    expect(addressees()).toEqual([REQUESTER]);
    expect(logger.debug).toHaveBeenCalledWith(
      expect.stringContaining('user:default/no-mail'),
    );
  });

  it('mails a team at its address, and a member of it only for another reason', async () => {
    const { deliver } = await start();
    const team = 'group:default/network';
    await deliver(
      replied({
        recipients: [recipient('other-agent', 'team', true)],
        audience: [{ ref: team, roles: ['team'] }],
      }),
    );
    expect(addressees()).toEqual(['network@example.com']);
    await deliver(
      replied({
        id: 'notification-2',
        recipients: [recipient('other-agent', 'assignee', true)],
        audience: [{ ref: team, roles: ['team'] }],
      }),
    );
    expect(addressees()).toEqual([
      'network@example.com',
      'network@example.com',
      'other-agent@example.com',
    ]);
  });

  it('leaves notes and private messages out of mails to those who may not read them', async () => {
    const { deliver } = await start();
    const note = written({ kind: 'note', body: 'Internal' });
    await deliver(replied({ event: 'noted' }), note);
    expect(server.received).toEqual([]);
    const everybody = [
      recipient('requester'),
      recipient('agent', 'assignee', true),
    ];
    await deliver(
      replied({ id: 'notification-2', recipients: everybody }),
      note,
    );
    await deliver(
      replied({ id: 'notification-3', recipients: everybody }),
      written({
        kind: 'private',
        body: 'Between us',
        to: ['user:default/requester'],
        author: 'user:default/admin',
      }),
    );
    const readers = (text: string) =>
      server.received
        .filter(({ raw }) => raw.includes(text))
        .map(({ to }) => to);
    expect(server.received).toHaveLength(4);
    expect(readers('Internal')).toEqual(['agent@example.com']);
    expect(readers('Between us')).toEqual([REQUESTER]);
  });
});
