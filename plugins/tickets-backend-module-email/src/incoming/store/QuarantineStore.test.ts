import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../../__testUtils__/databases';
import { mailText } from '../../__testUtils__/mailText';
import { openMailTables } from '../../store/openMailTables';
import { identify } from '../mime/identify';
import { IncomingStore } from './IncomingStore';
import { QuarantineStore } from './QuarantineStore';

jest.setTimeout(60_000);

const databases = testDatabases();

it.each(databases.ids)(
  'quarantine holds no more than it may; what came last stays, on %s',
  async id => {
    const knex = await databases.init(id);
    await openMailTables(mockServices.database({ knex }));
    let now = new Date('2026-12-01T08:00:00Z');
    const clock = () => now;
    const store = new IncomingStore(knex, clock);
    const quarantine = new QuarantineStore(knex, clock);
    for (const subject of ['first', 'second', 'third']) {
      const raw = Buffer.from(
        mailText({ Subject: subject }, 'x'.repeat(1_000)),
      );
      const mail = { ...identify(raw), mailbox: 'support', raw };
      await store.receive(mail, { size: raw.length });
      now = new Date(now.getTime() + 1_000);
    }
    const waiting = await knex('ticket_incoming_mails').orderBy('id');
    // a decision of an admin brings it back later than the others
    for (const { id: mail } of [waiting[1], waiting[2], waiting[0]]) {
      await store.quarantine(Number(mail), 'unknown-sender', 'somebody');
      now = new Date(now.getTime() + 1_000);
    }
    const subjects = async () =>
      (await quarantine.list(10)).map(({ subject }) => subject);

    expect(await quarantine.shorten(100_000)).toBe(0);
    expect(await quarantine.shorten(3_000)).toBe(1);
    expect(await subjects()).toEqual(['third', 'first']);
    expect(await quarantine.shorten(3_000)).toBe(0);
    const [, second] = await knex('ticket_incoming_mails').orderBy('id');
    expect(second).toMatchObject({
      state: 'done',
      outcome: 'deleted',
      sender: null,
    });
    expect(await knex('ticket_incoming_originals')).toHaveLength(2);
    // one that comes again was there
    const raw = Buffer.from(mailText({ Subject: 'flood' }));
    const again = { ...identify(raw), mailbox: 'support', raw };
    await store.receive(
      { ...again, fingerprint: second.fingerprint },
      { size: 1 },
    );
    expect(await subjects()).toEqual(['third', 'first']);
  },
);
