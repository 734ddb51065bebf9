import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { openMailTables } from '../store/openMailTables';
import { MailStore } from '../store/MailStore';
import { DigestStore } from './DigestStore';
import { Digests } from './Digests';
import { MailSettings } from './MailSettings';
import { Dispatcher } from '../channel/Dispatcher';

const databases = testDatabases();

const REF = 'user:default/requester';
const clock = () => new Date('2026-12-01T08:00:00Z');

async function start(knex: Knex) {
  await openMailTables(mockServices.database({ knex }));
  const logger = mockServices.logger.mock();
  const store = new MailStore(knex, clock);
  const entries = new DigestStore(knex, clock);
  const settings = new MailSettings(knex, clock);
  const send = jest.fn(
    async (_mail: { text?: unknown }) => undefined as unknown,
  );
  const getTicket = jest.fn(async (id: string) => ({
    number: `T-${id}`,
    subject: `Subject of ${id}`,
  }));
  const digests = new Digests({
    config: {
      sender: { name: 'Desk', address: 'desk@example.com' },
      language: 'en',
    } as never,
    people: { as: () => ({ getTicket }) as never },
    entries,
    settings,
    addresses: {
      of: async () =>
        new Map([
          [REF, { name: 'Jane', address: 'Jane@example.com', memberOf: [] }],
        ]),
    },
    mails: store,
    restraint: { heldBack: async () => new Set() },
    dispatcher: new Dispatcher({ send, store, logger, concurrencyLimit: 1 }),
    logger,
    idKey: Buffer.alloc(32),
  });
  const entry = (notificationId: string, ticketId = '1') => ({
    userRef: REF,
    notificationId,
    ticketId,
    url: `https://portal.example.com/tickets/T-${ticketId}`,
    sentence: `There is <${notificationId}>.`,
    actor: 'The agent',
    at: clock(),
  });
  return {
    entries,
    settings,
    send,
    getTicket,
    entry,
    run: () => digests.send(new AbortController().signal),
    texts: () => send.mock.calls.map(([{ text }]) => String(text)),
  };
}

describe.each(databases.ids)('digests on %s', id => {
  it('contain each thing once, by ticket, and come once', async () => {
    const knex = await databases.init(id);
    const { entries, entry, run, send, texts } = await start(knex);
    await entries.add([entry('a'), entry('b', '2'), entry('c')]);
    await entries.add([entry('a')]);
    await run();
    await run();
    expect(texts()).toEqual([
      expect.stringMatching(
        /^T-1 Subject of 1\nhttps:\S+\n- .*<a>.*by The agent\)\n- .*<c>.*\n\nT-2 Subject of 2\n.*\n- .*<b>/,
      ),
    ]);
    expect(send.mock.calls[0][0]).toMatchObject({
      subject: 'Your tickets: 3 things happened',
      to: { address: 'Jane@example.com' },
      html: expect.stringContaining('There is &#60;a&#62;.'),
    });
    // what the desk delivers a second time does not come again
    await entries.add([entry('a')]);
    await run();
    expect(send).toHaveBeenCalledTimes(1);
    await entries.add([entry('d')]);
    await run();
    expect(texts()[1]).toContain('<d>');
    expect(texts()[1]).not.toContain('<a>');
  });

  it('are sent again when sending failed, with what they had', async () => {
    const knex = await databases.init(id);
    const { entries, entry, run, send, texts } = await start(knex);
    await entries.add([entry('a')]);
    send.mockRejectedValueOnce(new Error('connection lost'));
    await run();
    await entries.add([entry('b')]);
    await run();
    expect(texts().map(text => /<.>/g.exec(text)?.[0])).toEqual([
      '<a>',
      '<a>',
      '<b>',
    ]);
    const [first, second] = send.mock.calls.map(
      ([mail]) => (mail as { messageId?: string }).messageId,
    );
    expect(second).toBe(first);
  });

  it('are not sent again after a death before it was recorded', async () => {
    const knex = await databases.init(id);
    const { entries, entry, run, send } = await start(knex);
    await entries.add([entry('a')]);
    const [died] = await entries.next(REF);
    await run();
    await knex('ticket_mail_digest')
      .where({ id: died.id })
      .update({ sent_at: null });
    await run();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('leave out what somebody may read no longer, and come to nobody who wants none', async () => {
    const knex = await databases.init(id);
    const { entries, entry, run, send, texts, getTicket, settings } =
      await start(knex);
    getTicket.mockImplementation(async ticket => {
      if (ticket === '2') {
        throw Object.assign(new Error('no'), { name: 'NotFoundError' });
      }
      return { number: 'T-1', subject: 'Mine' };
    });
    await entries.add([entry('a'), entry('b', '2')]);
    await run();
    expect(texts()[0]).not.toContain('<b>');
    await settings.set(REF, 'off');
    await entries.add([entry('c')]);
    await run();
    await settings.set(REF, 'digest');
    await run();
    expect(send).toHaveBeenCalledTimes(1);
  });
});
