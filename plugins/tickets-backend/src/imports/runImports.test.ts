import {
  type BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  type ImportDesk,
  type TicketImport,
  ticketsImportExtensionPoint,
} from '@portaldesk/plugin-tickets-node';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { deskConfig, organisation } from '../__testUtils__/organisation';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';
import { readDeskConfig } from '../config/readDeskConfig';
import { DeskCatalog } from '../desk/DeskCatalog';
import { AsyncCache } from '../desk/AsyncCache';
import { ThrottledLogger } from '../desk/ThrottledLogger';
import { OpaqueIds } from '../desk/opaque/OpaqueIds';
import { createFileStorages } from '../files/createFileStorages';
import { DeskStore } from '../store/DeskStore';
import { runImports } from './runImports';

jest.setTimeout(60_000);

const REQUESTER = userRef('requester');
const AGENT = userRef('agent');

function at(day: string): Date {
  return new Date(`${day}T10:00:00.000Z`);
}

/** A ticket of last century, from filing to closing. */
async function oldTicket(desk: ImportDesk): Promise<void> {
  const { id } = await desk.as(REQUESTER, at('1999-12-30')).fileTicket({
    subject: 'Will it run in 2000?',
    message: 'Asking for a friend',
    category: 'question',
    assets: ['component:default/ledger'],
  });
  await desk.as(AGENT, at('1999-12-31')).takeOver(id);
  await desk
    .as(AGENT, at('2000-01-01'))
    .addMessage(id, { kind: 'reply', body: 'It does', status: 'solved' });
  await desk.as(AGENT, at('2000-01-02')).changeStatus(id, { status: 'closed' });
}

function filing(id: string, subject: string, day: string): TicketImport {
  return {
    id,
    run: async desk => {
      await desk.as(REQUESTER, at(day)).fileTicket({ subject });
    },
  };
}

/** A module of the desk that brings these imports. */
function importModule(...imports: TicketImport[]): BackendFeature {
  return createBackendModule({
    pluginId: 'tickets',
    moduleId: 'past',
    register: env =>
      env.registerInit({
        deps: { tickets: ticketsImportExtensionPoint },
        init: async ({ tickets }) =>
          imports.forEach(it => tickets.addImport(it)),
      }),
  });
}

async function until(happened: () => Promise<boolean>): Promise<void> {
  const patience = Date.now() + 20_000;
  while (!(await happened())) {
    if (Date.now() > patience) {
      throw new Error('it did not happen');
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

async function isDone(knex: Knex, id: string): Promise<boolean> {
  return (await knex('ticket_imports').where({ id })).length === 1;
}

/** The subjects of all tickets, in the order in which they were filed. */
async function subjects(knex: Knex): Promise<string[]> {
  return knex('tickets').orderBy('created_at').pluck('subject');
}

async function rowCounts(knex: Knex): Promise<number[]> {
  const tables = [
    'tickets',
    'ticket_assets',
    'ticket_messages',
    'ticket_events',
    'ticket_counters',
    'ticket_imports',
  ];
  return Promise.all(
    tables.map(async table => (await knex(table).select()).length),
  );
}

const databases = testDatabases();

describe.each(databases.ids)('imports on %s', databaseId => {
  /** What happens at a start of the desk, without the desk. */
  function start(knex: Knex, ...imports: TicketImport[]) {
    const logger = mockServices.logger.mock();
    const auth = mockServices.auth();
    const clock = () => at('2026-05-05');
    const shutdown = new AbortController();
    const store = new DeskStore(knex);
    const finished = runImports(imports, {
      context: {
        config: readDeskConfig(new ConfigReader({ tickets: deskConfig })),
        store,
        ids: new OpaqueIds(Buffer.alloc(32)),
        files: createFileStorages({ type: 'database' }, store.chunks),
        catalog: new DeskCatalog(
          catalogServiceMock({ entities: [...organisation] }),
          auth,
          new AsyncCache({
            ttl: 0,
            max: 0,
            clock: () => at('2026-05-05'),
          }),
        ),
        clock,
        logger,
        throttledLogger: new ThrottledLogger(logger, clock),
      },
      auth,
      logger,
      signal: shutdown.signal,
    });
    return { logger, shutdown, finished };
  }

  it('keep the dates, the people and the years of numbers, once across restarts', async () => {
    const knex = await databases.init(databaseId);
    const run = jest.fn(oldTicket);
    const features = [importModule({ id: 'last-century', run })];

    const first = await startTestDesk({ knex, features });
    await until(() => isDone(knex, 'last-century'));
    const ticket = await first.as('requester').getTicket('T1999-00001');
    expect(ticket).toMatchObject({
      subject: 'Will it run in 2000?',
      requester: REQUESTER,
      createdBy: REQUESTER,
      organisation: 'group:default/shop',
      team: 'group:default/support',
      assignee: AGENT,
      category: 'question',
      light: 'green',
      createdAt: '1999-12-30T10:00:00.000Z',
      // what followed shows in the portal as it was
      updatedAt: '2000-01-01T10:00:00.000Z',
      endedAt: '2000-01-01T10:00:00.000Z',
    });
    const { items: messages } = await first.as('agent').listMessages(ticket.id);
    expect(
      messages.map(({ author, side, body, createdAt }) => [
        author,
        side,
        body,
        createdAt,
      ]),
    ).toEqual([
      [AGENT, 'team', 'It does', '2000-01-01T10:00:00.000Z'],
      [
        REQUESTER,
        'requester',
        'Asking for a friend',
        '1999-12-30T10:00:00.000Z',
      ],
    ]);
    const { items: events } = await first.as('agent').listEvents(ticket.id);
    expect(
      events.map(({ actor, at: when, detail }) => [
        when.slice(0, 10),
        actor,
        detail.type,
      ]),
    ).toEqual([
      ['2000-01-02', AGENT, 'status-changed'],
      ['2000-01-01', AGENT, 'status-changed'],
      ['2000-01-01', AGENT, 'replied'],
      ['1999-12-31', AGENT, 'status-changed'],
      ['1999-12-31', AGENT, 'assigned'],
      ['1999-12-30', REQUESTER, 'routed'],
      ['1999-12-30', REQUESTER, 'filed'],
    ]);
    await first.stop();

    const second = await startTestDesk({
      knex,
      features: [
        importModule(
          { id: 'last-century', run },
          filing('last-year', 'Still 1999', '1999-12-31'),
        ),
      ],
    });
    await until(() => isDone(knex, 'last-year'));
    expect(run).toHaveBeenCalledTimes(1);
    const year = new Date().getUTCFullYear();
    const today = await second.as('requester').fileTicket({ subject: 'Now' });
    expect(today.number).toBe(`T${year}-00001`);
    expect(await knex('tickets').orderBy('number').pluck('number')).toEqual([
      'T1999-00001',
      'T1999-00002',
      `T${year}-00001`,
    ]);
    await second.stop();
  });

  it('hold everybody to what they may do', async () => {
    const knex = await databases.init(databaseId);
    const refusals: string[] = [];
    const { finished, logger } = start(knex, {
      id: 'rules',
      run: async desk => {
        const { number } = await desk
          .as(REQUESTER, at('2024-01-01'))
          .fileTicket({
            subject: 'Mine',
            assets: ['component:default/ledger'],
          });
        for (const name of ['outsider', 'requester', 'nobody']) {
          await desk
            .as(userRef(name), at('2024-01-02'))
            .takeOver(number)
            .catch(error => refusals.push(error.name));
        }
        await desk
          .as(AGENT, at('2024-01-02'))
          .takeOver(number, { version: 7 })
          .catch(error => refusals.push(error.name));
      },
    });
    await finished;

    expect(refusals).toEqual([
      'NotFoundError',
      'NotAllowedError',
      'NotFoundError',
      'StaleTicketError',
    ]);
    expect(logger.error).not.toHaveBeenCalled();
    expect(await subjects(knex)).toEqual(['Mine']);
  });

  it('offer the whole desk', async () => {
    const knex = await databases.init(databaseId);
    const seen: Record<string, unknown> = {};
    const { finished, logger } = start(knex, {
      id: 'whole',
      run: async desk => {
        const requester = desk.as(REQUESTER, at('2024-01-01'));
        const agent = desk.as(AGENT, at('2024-01-02'));
        const { id } = await requester.fileTicket({
          subject: 'Tour',
          message: 'Hello',
          assets: ['Component:Ledger'],
        });
        await agent.handOver(id, { assignee: 'User:Default/Second-Agent' });
        await agent.editTicket(id, { priority: 'high' });
        await agent.addMessage(id, { kind: 'note', body: 'Inside' });
        await agent.postponeTicket(id, { until: '2099-01-01T08:00:00Z' });
        await agent.closeTicket(id);
        const reopened = await requester.reopenTicket(id);
        const filter = { team: ['Group:Support'], asset: ['Component:Ledger'] };
        seen.ticket = [reopened.priority, reopened.assignee, reopened.light];
        seen.list = (await agent.listTickets(filter)).total;
        seen.counts = await agent.countTickets(filter);
        seen.messages = (await agent.listMessages(id)).items.length;
        seen.outside = (await requester.listMessages(id)).items.length;
        seen.events = (await agent.listEvents(id, { limit: 2 })).items.length;
        seen.got = (await requester.getTicket(id)).subject;
        seen.agent = (await agent.describeDesk()).caller.agent;
      },
    });
    await finished;

    expect(logger.error).not.toHaveBeenCalled();
    expect(seen).toEqual({
      ticket: ['high', userRef('second-agent'), 'orange'],
      list: 1,
      counts: { orange: 1, red: 0, grey: 0, green: 0 },
      messages: 2,
      outside: 1,
      events: 2,
      got: 'Tour',
      agent: true,
    });
  });

  it('offer every change of a ticket, and say what they have nothing of', async () => {
    const knex = await databases.init(databaseId);
    const seen: Record<string, unknown> = {};
    const { finished, logger } = start(knex, {
      id: 'changes',
      run: async desk => {
        const requester = desk.as(REQUESTER, at('2024-01-01'));
        const agent = desk.as(AGENT, at('2024-01-02'));
        const assets = ['component:default/ledger'];
        const file = (subject: string) =>
          requester.fileTicket({ subject, message: subject, assets });
        const { id } = await file('First');
        const other = await file('Second');
        const cc = { ref: userRef('owner'), role: 'cc' } as const;
        const link = { type: 'blocks', ticket: other.number } as const;

        await agent.markRead(id);
        await agent.addPerson(id, cc);
        seen.people = (await agent.removePerson(id, cc)).people;
        await agent.setOrganisationAccess(id, { granted: false });
        await agent.linkTickets(id, link);
        seen.links = (await agent.listLinks(id)).items.length;
        seen.unlinked = (await agent.unlinkTickets(id, link)).items;
        await agent.addMessage(id, { kind: 'reply', body: 'And a third' });
        const { items } = await agent.listMessages(id);
        const split = await agent.splitTicket(id, {
          message: items[0].id,
          subject: 'Third',
        });
        seen.split = split.subject;
        seen.order = (await agent.createWorkOrder(id)).visibility;
        seen.merged =
          (await agent.mergeTicket(other.id, { into: id })).id === id;
        await agent.solveTicket(id);
        seen.rating = (await requester.rateTicket(id, { stars: 4 })).rating;
        seen.archived = (await agent.archiveTicket(id)).archivedAt;
        seen.unarchived = (await agent.unarchiveTicket(id)).archivedAt;
        seen.canned = await agent.listCannedReplies(id);
        seen.bulk = (
          await agent.changeTickets({
            tickets: [split.id, 'nothing'],
            change: { type: 'close' },
          })
        ).items.map(({ status }) => status);
        await desk
          .as(userRef('admin'), at('2024-01-03'))
          .deleteTicket(split.id);
        await agent.setAbsence({ person: 'User:Default/Agent' });
        seen.absent = (await agent.listAbsences()).items.length;
        await agent.endAbsence({ person: 'User:Default/Agent' });
        seen.back = (await agent.listAbsences()).items.length;
        const { id: view } = await agent.createView({ name: 'Mine' });
        await agent.editView(view, { filter: { state: 'open' } });
        seen.view = (await agent.getView(view)).filter;
        await agent.deleteView(view);
        seen.views = (await agent.listViews()).items;
        seen.refusals = await Promise.all(
          [agent.downloadFile('x'), agent.retryFailedNotification('1')].map(
            act => act.catch(error => [error.name, error.message]),
          ),
        );
      },
    });
    await finished;

    expect(logger.error.mock.calls).toEqual([]);
    expect(seen).toEqual({
      people: [],
      links: 1,
      unlinked: [],
      split: 'Third',
      order: 'internal',
      merged: true,
      rating: { stars: 4, comment: null },
      archived: '2024-01-02T10:00:00.000Z',
      unarchived: null,
      canned: { items: [] },
      bulk: [200, 404],
      absent: 1,
      back: 0,
      view: { state: 'open' },
      views: [],
      refusals: [
        ['NotImplementedError', 'downloadFile cannot be used here'],
        ['NotImplementedError', 'retryFailedNotification cannot be used here'],
      ],
    });
  });

  it('leave nothing behind when they fail, and are tried again at the next start', async () => {
    const knex = await databases.init(databaseId);
    let broken = true;
    const flaky: TicketImport = {
      id: 'flaky',
      run: async desk => {
        await oldTicket(desk);
        if (broken) {
          throw new Error('the source is gone');
        }
      },
    };

    const failed = start(knex, flaky);
    await failed.finished;
    expect(await rowCounts(knex)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(failed.logger.error.mock.calls).toEqual([
      [
        'The import flaky failed and left nothing behind',
        new Error('the source is gone'),
      ],
    ]);

    broken = false;
    const repeated = start(knex, flaky);
    await repeated.finished;
    expect(repeated.logger.error).not.toHaveBeenCalled();
    expect(repeated.logger.info).toHaveBeenCalledWith(
      'The import flaky is done',
    );
    expect(await subjects(knex)).toEqual(['Will it run in 2000?']);
    expect(await knex('tickets').pluck('number')).toEqual(['T1999-00001']);

    const third = start(knex, flaky);
    await third.finished;
    expect(third.logger.info.mock.calls).toEqual([
      ['The import flaky is done already'],
    ]);
    expect(await subjects(knex)).toHaveLength(1);
  });

  it('take back a request that is refused, and stop there', async () => {
    const knex = await databases.init(databaseId);
    const { finished, logger } = start(knex, {
      id: 'wrong',
      run: async desk => {
        await oldTicket(desk);
        await desk
          .as(REQUESTER, at('2024-01-01'))
          .fileTicket({ subject: 'X', category: 'no-such-category' });
      },
    });
    await finished;

    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(await rowCounts(knex)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('run one after the other, whatever becomes of the one before', async () => {
    const knex = await databases.init(databaseId);
    const order: string[] = [];
    const { finished, logger } = start(
      knex,
      { id: 'a', run: async () => void order.push('a') },
      {
        id: 'b',
        prepare: async () => {
          order.push('prepare b');
          throw new Error('not ready');
        },
        run: async () => void order.push('b'),
      },
      {
        id: 'c',
        prepare: async () => void order.push('prepare c'),
        run: async () => void order.push('c'),
      },
    );
    await finished;

    expect(order).toEqual(['a', 'prepare b', 'prepare c', 'c']);
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(await knex('ticket_imports').orderBy('id').pluck('id')).toEqual([
      'a',
      'c',
    ]);
  });

  it('are left for the next start when the desk stops while they prepare', async () => {
    const knex = await databases.init(databaseId);
    const run = jest.fn(async () => {});
    const next = jest.fn(async () => {});
    const { finished, shutdown, logger } = start(
      knex,
      {
        id: 'waiting',
        prepare: signal =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason));
            shutdown.abort();
          }),
        run,
      },
      { id: 'next', prepare: next, run: next },
    );
    await finished;

    expect(run).not.toHaveBeenCalled();
    expect(next).not.toHaveBeenCalled();
    expect(logger.error).not.toHaveBeenCalled();
    expect(await rowCounts(knex)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('do not begin once the desk stops', async () => {
    const knex = await databases.init(databaseId);
    const act = jest.fn(async () => {});
    const stopped = start(knex, { id: 'late', prepare: act, run: act });
    stopped.shutdown.abort();
    await stopped.finished;
    expect(act).not.toHaveBeenCalled();

    const stopping = start(knex, {
      id: 'late',
      prepare: async () => stopping.shutdown.abort(),
      run: act,
    });
    await stopping.finished;
    expect(act).not.toHaveBeenCalled();
    expect(await isDone(knex, 'late')).toBe(false);
  });

  it('happen once, when two backends start at the same time', async () => {
    const knex = await databases.init(databaseId);
    const both: Array<() => void> = [];
    const together: TicketImport = {
      ...filing('together', 'Once', '2024-01-01'),
      // both have found the import undone before either begins
      prepare: () =>
        new Promise(resolve => {
          both.push(resolve);
          if (both.length === 2) {
            both.forEach(go => go());
          }
        }),
    };

    const backends = [start(knex, together), start(knex, together)];
    await Promise.all(backends.map(({ finished }) => finished));

    expect(both).toHaveLength(2);
    expect(await subjects(knex)).toEqual(['Once']);
    expect(
      backends.flatMap(({ logger }) => logger.info.mock.calls.flat()).sort(),
    ).toEqual([
      'The import together is done',
      'The import together is done already',
    ]);
    for (const { logger } of backends) {
      expect(logger.error).not.toHaveBeenCalled();
    }
  });

  it('are taken over by the other backend, when the one that began them fails', async () => {
    const knex = await databases.init(databaseId);
    let runs = 0;
    const first: TicketImport = {
      id: 'shared',
      run: async desk => {
        runs++;
        const own = runs;
        await desk
          .as(REQUESTER, at('2024-01-01'))
          .fileTicket({ subject: `Run ${own}` });
        if (own === 1) {
          throw new Error('killed');
        }
      },
    };

    const backends = [start(knex, first), start(knex, first)];
    await Promise.all(backends.map(({ finished }) => finished));

    expect(runs).toBe(2);
    expect(await subjects(knex)).toEqual(['Run 2']);
    expect(await knex('tickets').pluck('number')).toEqual(['T2024-00001']);
  });
});
