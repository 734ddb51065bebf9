import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../../__testUtils__/databases';
import { eventually } from '../../__testUtils__/eventually';
import {
  type ImapServer,
  startImapServer,
} from '../../__testUtils__/imapServer';
import { mailText } from '../../__testUtils__/mailText';
import { openMailTables } from '../../store/openMailTables';
import { IncomingStore } from '../store/IncomingStore';
import { Leases } from '../store/Leases';
import { MailboxStore } from '../store/MailboxStore';
import { Collector } from './Collector';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('a mailbox, on %s,', id => {
  let imap: ImapServer;
  const stops: AbortController[] = [];

  beforeEach(async () => {
    imap = await startImapServer();
  });

  afterEach(async () => {
    stops.splice(0).forEach(stop => stop.abort());
    await imap.stop();
  });

  async function collect(settings: object) {
    const knex = await databases.init(id);
    await openMailTables(mockServices.database({ knex }));
    const clock = () => new Date();
    const logger = mockServices.logger.mock();
    const stop = new AbortController();
    stops.push(stop);
    new Collector({
      mailbox: {
        id: 'support',
        rules: [],
        folder: 'INBOX',
        begin: 'all',
        ...imap.settings,
        ...settings,
      },
      maxSize: 1_000_000,
      store: new IncomingStore(knex, clock),
      progress: new MailboxStore(knex, clock),
      leases: new Leases(knex, clock),
      logger,
      clock,
      received: () => {},
      signal: stop.signal,
    }).run();
    return {
      warned: (text: string) =>
        eventually(() =>
          expect(logger.warn.mock.calls.flat().join('\n')).toContain(text),
        ),
      taken: (): Promise<string[]> =>
        knex('ticket_incoming_mails').orderBy('id').pluck('subject'),
    };
  }

  it('of which nothing can be moved away says so, and its mails are taken once', async () => {
    imap.deliver(mailText({ Subject: 'One' }));
    const { warned, taken } = await collect({ moveTo: 'Nowhere' });
    await warned('mails could not be moved to Nowhere');
    imap.deliver(mailText({ Subject: 'Two' }));
    await eventually(async () => expect(await taken()).toEqual(['One', 'Two']));
    expect(imap.folder('INBOX').messages).toHaveLength(2);
  });

  it('that there is not is missed', async () => {
    const { warned, taken } = await collect({ folder: 'Nope' });
    await warned('Mails of support cannot be read now');
    expect(await taken()).toEqual([]);
  });

  it('is not read with a wrong password', async () => {
    const { warned, taken } = await collect({ password: 'old' });
    await warned('Mails of support cannot be read now');
    expect(await taken()).toEqual([]);
  });

  it('is not read where its server has no TLS, which is required', async () => {
    imap.deliver(mailText({ Subject: 'Secret' }));
    const { warned, taken } = await collect({ requireTls: true });
    await warned('STARTTLS');
    expect(await taken()).toEqual([]);
  });

  it('keeps mails as unread as they are, until they are taken', async () => {
    imap.deliver(mailText({ Subject: 'One' }));
    const { taken } = await collect({});
    await eventually(async () => expect(await taken()).toEqual(['One']));
    await eventually(() =>
      expect(imap.folder('INBOX').messages[0].flags).toEqual(['\\Seen']),
    );
  });
});
