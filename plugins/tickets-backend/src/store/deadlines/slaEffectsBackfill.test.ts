import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { deskConfig } from '../../__testUtils__/organisation';
import { caller, testDesk } from '../../__testUtils__/testDesk';
import { recomputeDeadlines } from '../../desk/scheduled/checkDeadlines';
import { storedBackfills } from '../backfill/storedBackfills';

jest.setTimeout(60_000);

const databases = testDatabases();

const tickets = {
  ...deskConfig,
  slaPolicies: [
    {
      id: 'gold',
      title: 'Gold',
      default: { response: 'PT4H', resolution: 'PT20H' },
    },
  ],
  defaultSlaPolicy: 'gold',
};

/** What the background does in the days after. */
async function fillIn(knex: Knex): Promise<void> {
  const later = new Date('2026-05-09T08:00:00.000Z');
  for (const { fillBatch } of storedBackfills(knex, () => later)) {
    while ((await fillBatch(2)) > 0);
  }
}

describe.each(databases.ids)('what events mean to deadlines on %s', id => {
  it('is known also of those that an older version wrote, and the deadlines follow from it', async () => {
    const knex = await databases.init(id);
    const { desk, context, clock } = await testDesk(knex, { tickets });
    const { id: ticket } = await desk.fileTicket(caller('requester'), {
      subject: 'Slow',
      assets: ['component:default/queue'],
    });
    clock.advance(60);
    const reply = { kind: 'reply', body: 'We are on it.' } as const;
    await desk.addMessage(caller('agent'), { ticket }, reply);
    clock.advance(60);
    await desk.changeStatus(
      caller('agent'),
      { ticket },
      { status: 'waiting-requester' },
    );
    const read = () => context.store.tickets.find(ticket);
    const meanings = () => knex('ticket_events').orderBy('seq').pluck('sla');
    const right = { ticket: await read(), meanings: await meanings() };
    expect(right.meanings).toContain('clock');
    expect(right.ticket?.deadlines.firstResponseAt).not.toBeNull();

    // an older version knows neither, and has not heard of the pause
    await knex('ticket_events').update({ sla: null });
    await knex('tickets').update({
      first_response_at: null,
      resolution_due_at: new Date(0),
    });

    await fillIn(knex);
    expect(await meanings()).toEqual(right.meanings);
    await recomputeDeadlines(context);
    expect((await read())?.deadlines).toEqual(right.ticket?.deadlines);
  });

  it('is nothing of what the desk gave to somebody by itself, though an older version took that for work', async () => {
    const knex = await databases.init(id);
    const { desk, context, clock } = await testDesk(knex, { tickets });
    const { id: ticket } = await desk.fileTicket(caller('requester'), {
      subject: 'Slow',
      assets: ['component:default/queue'],
    });
    clock.advance(60);
    await desk.takeOver(caller('agent'), { ticket });
    const right = await context.store.deadlines.events(ticket);
    clock.advance(60);
    await desk.handOver(caller('agent'), { ticket }, { assignee: null });
    await knex('ticket_events')
      .where('seq', knex('ticket_events').max('seq'))
      .update({ actor: DESK_ACTOR, sla: 'act' });
    expect(await context.store.deadlines.events(ticket)).toEqual(right);

    await fillIn(knex);
    const [last] = await knex('ticket_events').orderBy('seq', 'desc').limit(1);
    expect(last).toMatchObject({ actor: DESK_ACTOR, sla: null });
  });

  it('leaves deadlines alone where it was known', async () => {
    const knex = await databases.init(id);
    const { desk, context } = await testDesk(knex, { tickets });
    const { id: ticket } = await desk.fileTicket(caller('requester'), {
      subject: 'Slow',
      assets: ['component:default/queue'],
    });
    const before = await context.store.tickets.find(ticket);
    await fillIn(knex);
    expect(await context.store.tickets.find(ticket)).toEqual(before);
  });
});
