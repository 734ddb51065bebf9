import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../../__testUtils__/databases';
import { notifyingDesk } from '../../__testUtils__/notifyingDesk';
import { caller } from '../../__testUtils__/testDesk';
import { runScheduledWork } from './runScheduledWork';
import { passOn } from './passOn';

jest.setTimeout(60_000);

const databases = testDatabases();
const admin = caller('admin');

/** Minutes. */
const DAY = 24 * 60;

describe.each(databases.ids)('passing a ticket on, on %s', id => {
  /** A ticket of `agent`, in progress, on a desk where turns are taken. */
  async function start() {
    const notifying = await notifyingDesk(await databases.init(id), {
      tickets: {
        absences: { whenAssigneeAway: 'reassign' },
        teams: [
          { group: 'group:default/support', assign: 'round-robin' },
          { group: 'group:default/other-support' },
        ],
        slaPolicies: [
          { id: 'gold', title: 'Gold', default: { inactivity: 'P10D' } },
        ],
        defaultSlaPolicy: 'gold',
        workflow: {
          autoClose: { from: ['in-progress'], after: { days: 14 } },
        },
      },
    });
    const { desk } = notifying;
    const { id: ticket } = await notifying.file();
    await desk.handOver(admin, { ticket }, { assignee: 'user:default/agent' });
    await desk.changeStatus(admin, { ticket }, { status: 'in-progress' });
    return {
      ...notifying,
      ticket,
      look: () => notifying.context.store.tickets.find(ticket),
    };
  }

  it('puts off neither the reminder that nobody works on it nor its closing', async () => {
    const { clock, context, look, ticket, away } = await start();
    const inactivityDueAt = (await look())?.deadlines.inactivityDueAt;
    expect(inactivityDueAt).toBeInstanceOf(Date);
    clock.advance(9 * DAY);
    await away('agent');
    await expect(passOn(context, ticket)).resolves.toBe(true);
    expect(await look()).toMatchObject({
      assignee: 'user:default/second-agent',
      deadlines: { inactivityDueAt },
    });
    clock.advance(5 * DAY);
    await runScheduledWork({ ...context, logger: mockServices.logger.mock() });
    expect(await look()).toMatchObject({ status: 'closed' });
  });
});
