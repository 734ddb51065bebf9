import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { eventually } from '../__testUtils__/eventually';
import { mailText } from '../__testUtils__/mailText';
import { openMailTables } from '../store/openMailTables';
import { Worker } from './Worker';
import { identify } from './mime/identify';
import { IncomingStore } from './store/IncomingStore';
import { Leases } from './store/Leases';
import { MailboxStore } from './store/MailboxStore';
import type { Verdict } from './TakeInContext';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('mails are taken in on %s', id => {
  const stops: AbortController[] = [];
  afterEach(() => stops.splice(0).forEach(stop => stop.abort()));

  async function desk() {
    const knex = await databases.init(id);
    await openMailTables(mockServices.database({ knex }));
    const time = { now: new Date('2026-12-01T08:00:00Z') };
    const clock = () => time.now;
    return {
      knex,
      time,
      clock,
      store: new IncomingStore(knex, clock),
      mailboxes: new MailboxStore(knex, clock),
    };
  }

  function start(
    { knex, clock }: { knex: Knex; clock: () => Date },
    takeIn: (subject: string | null) => Promise<Verdict>,
    store = new IncomingStore(knex, clock),
  ) {
    const stop = new AbortController();
    stops.push(stop);
    const worker = new Worker({
      store,
      leases: new Leases(knex, clock),
      prepare: async raw => ({
        mail: undefined,
        keys: /^X-Keys: (.*)$/m.exec(raw.toString())?.[1].split(' ') ?? ['all'],
      }),
      takeIn: row => takeIn(row.subject),
      logger: mockServices.logger.mock(),
      signal: stop.signal,
    });
    worker.run();
    return { worker, stop };
  }

  const receive = (store: IncomingStore, subject: string, keys?: string) => {
    const raw = Buffer.from(mailText({ Subject: subject, 'X-Keys': keys }));
    return store.receive(
      { ...identify(raw), mailbox: 'support', raw },
      { size: raw.length },
    );
  };

  it('in their order, by one backend at a time', async () => {
    const parts = await desk();
    const taken: string[] = [];
    const takeIn = async (subject: string | null): Promise<Verdict> => {
      taken.push(`begin ${subject}`);
      await new Promise(resolve => setTimeout(resolve, 20));
      taken.push(`end ${subject}`);
      return { outcome: 'filed', ticketId: 't' };
    };
    for (const subject of ['a', 'b', 'c']) {
      await receive(parts.store, subject);
    }
    start(parts, takeIn);
    start(parts, takeIn);
    await eventually(() => expect(taken).toHaveLength(6));
    expect(taken).toEqual(
      ['a', 'b', 'c'].flatMap(it => [`begin ${it}`, `end ${it}`]),
    );
  });

  it('some at the same time, apart from those that have something in common', async () => {
    const parts = await desk();
    await receive(parts.store, 'a', 'jane <1@x>');
    await receive(parts.store, 'b', 'john');
    await receive(parts.store, 'c', 'jack <1@x>');
    await receive(parts.store, 'd', 'jill');
    const order: string[] = [];
    let finishFirst = () => {};
    const first = new Promise<void>(resolve => {
      finishFirst = resolve;
    });
    start(parts, async subject => {
      order.push(`begin ${subject}`);
      await (subject === 'a' ? first : undefined);
      order.push(`end ${subject}`);
      return { outcome: 'filed', ticketId: 't' };
    });
    await eventually(() =>
      expect(order).toEqual(['begin a', 'begin b', 'end b']),
    );
    finishFirst();
    await eventually(() => expect(order).toHaveLength(8));
    expect(order.slice(3, 5)).toEqual(['end a', 'begin c']);
  });

  it('by another backend when one dies, and not twice within its lease', async () => {
    const parts = await desk();
    const [first, second] = [
      new Leases(parts.knex, parts.clock),
      new Leases(parts.knex, parts.clock),
    ];
    expect(await first.hold('x', 1_000)).toBe(true);
    expect(await second.hold('x', 1_000)).toBe(false);
    expect(await first.hold('x', 1_000)).toBe(true);
    parts.time.now = new Date(parts.time.now.getTime() + 1_001);
    expect(await second.hold('x', 1_000)).toBe(true);
    expect(await first.hold('x', 1_000)).toBe(false);
    await second.release('x');
    expect(await first.hold('x', 1_000)).toBe(true);
  });

  it('again when that failed; one that always fails stops no other', async () => {
    const parts = await desk();
    await receive(parts.store, 'broken');
    await receive(parts.store, 'good');
    let attempts = 0;
    const { worker } = start(parts, async subject => {
      if (subject === 'broken') {
        attempts += 1;
        throw new Error('out of order');
      }
      return { outcome: 'filed', ticketId: 't' };
    });
    const states = async () =>
      parts
        .knex('ticket_incoming_mails')
        .orderBy('id')
        .select('state', 'reason', 'detail');
    await eventually(async () =>
      expect(await states()).toMatchObject([
        { state: 'received', detail: 'out of order' },
        { state: 'done' },
      ]),
    );
    /** A day later it is tried once more. */
    async function tryOnceMore() {
      const before = attempts;
      parts.time.now = new Date(parts.time.now.getTime() + 24 * 3_600_000);
      await eventually(() => {
        worker.wake();
        expect(attempts).toBe(before + 1);
      });
    }
    for (let attempt = 2; attempt <= 8; attempt += 1) {
      await tryOnceMore();
    }
    await eventually(async () =>
      expect((await states())[0]).toMatchObject({
        state: 'quarantined',
        reason: 'failed',
      }),
    );
  });

  it('not again and again when they end the backend', async () => {
    const parts = await desk();
    await receive(parts.store, 'deadly');
    await receive(parts.store, 'good');
    const row = () =>
      parts
        .knex('ticket_incoming_mails')
        .orderBy('id')
        .first('state', 'reason');
    const takeIn = jest.fn(() => new Promise<Verdict>(() => {}));
    async function liveAndDie(life: number) {
      const { stop } = start(parts, takeIn);
      await eventually(async () =>
        expect(
          takeIn.mock.calls.length === life ||
            (await row()).state === 'quarantined',
        ).toBe(true),
      );
      stop.abort();
      // the next backend comes a day later
      parts.time.now = new Date(parts.time.now.getTime() + 24 * 3_600_000);
    }
    for (let life = 1; life <= 9; life += 1) {
      await liveAndDie(life);
    }
    expect(await row()).toEqual({ state: 'quarantined', reason: 'failed' });
  });

  it('whatever signs stand in their heads', async () => {
    const { store } = await desk();
    const raw = Buffer.from(
      mailText({
        'Message-ID': '<a\u0000b@x>',
        From: 'a\u0000b@müller.example',
        Subject: 'a\u0000b ü',
      }),
    );
    await store.receive(
      { ...identify(raw), mailbox: 'support', raw },
      { size: raw.length },
    );
    const row = (await store.due(1))[0];
    expect(row).toMatchObject({ subject: 'a b ü' });
    expect(row?.sender).toMatch(/@müller\.example$/);
    await store.quarantine(row!.id, 'failed', 'a\u0000b');
  });

  it('are kept with how far their mailbox is read, or not at all', async () => {
    const { store, mailboxes } = await desk();
    await mailboxes.beginMailbox('support', { uidValidity: '7', lastUid: 3 });
    const raw = Buffer.from(mailText());
    const mail = { ...identify(raw), mailbox: 'support', raw };
    const at = (uid: number, uidValidity = '7') => ({
      size: raw.length,
      position: { uid, uidValidity },
    });
    expect(await store.receive(mail, at(5))).toEqual({ known: false });
    expect(await store.receive(mail, at(6))).toEqual({ known: true });
    // neither back, nor on in a mailbox that was made anew
    await store.receive(mail, at(4));
    await store.receive(mail, at(9, '6'));
    expect(await mailboxes.progressOf('support')).toMatchObject({
      uidValidity: '7',
      lastUid: 6,
    });
  });

  it('are forgotten as they came after a while, but not that they came', async () => {
    const { knex, store, time } = await desk();
    const raw = Buffer.from(mailText());
    const mail = { ...identify(raw), mailbox: 'support', raw };
    await store.receive(mail, { size: raw.length });
    const row = (await store.due(1))[0];
    await store.done(row!.id, 'filed', 't');
    await store.forgetOriginalsBefore(time.now);
    expect(await store.original(row!.id)).toEqual(raw);
    await store.forgetOriginalsBefore(new Date(time.now.getTime() + 1));
    expect(await store.original(row!.id)).toBeUndefined();
    // nor does quarantine grow for ever
    await receive(store, 'spam');
    const spam = (await store.due(1))[0];
    await store.quarantine(spam!.id, 'unknown-sender', 'somebody');
    await store.forgetOriginalsBefore(time.now);
    expect(await store.original(spam!.id)).toBeDefined();
    await store.forgetOriginalsBefore(new Date(time.now.getTime() + 1));
    expect(await store.original(spam!.id)).toBeUndefined();
    expect(
      await knex('ticket_incoming_mails').where({ id: spam!.id }).first(),
    ).toMatchObject({ state: 'done', outcome: 'deleted', sender: null });
    expect(await store.receive(mail, { size: raw.length })).toEqual({
      known: true,
    });
  });
});
