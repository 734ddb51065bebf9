import { setTimeout as sleep } from 'node:timers/promises';
import type { Ticket, TicketsClient } from '@portaldesk/plugin-tickets-common';
import { clientOf } from './people';
import { expect, test } from './portal';

const requester = 'user:default/mehmet.yilmaz';
const agent = 'user:default/keiko.tanaka';
const subject = (writer: number, index: number) =>
  `Crash test, ticket ${index} of writer ${writer}`;

interface Acknowledged {
  ticket: Ticket;
  /** Ids of the replies whose writing the desk confirmed. */
  replies: string[];
}

/**
 * Files tickets and replies to them until the backend is killed.
 *
 * @throws when anything fails before that
 */
async function writeUntilKilled(
  client: TicketsClient,
  writer: number,
  isKilled: () => boolean,
): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  try {
    for (let index = 0; index < 1_000; index++) {
      const ticket = await client.fileTicket({
        subject: subject(writer, index),
        message: 'First',
        assets: ['component:default/ci-runners'],
      });
      const entry: Acknowledged = { ticket, replies: [] };
      acknowledged.push(entry);
      const reply = await client.addMessage(ticket.id, {
        kind: 'reply',
        body: 'Second',
      });
      entry.replies.push(reply.id);
    }
  } catch (error) {
    if (!isKilled()) {
      throw error;
    }
  }
  return acknowledged;
}

test(
  'what the desk confirmed outlives the sudden end of its process, each once',
  { tag: '@slow' },
  async ({ portal }) => {
    test.setTimeout(300_000);
    const client = await clientOf(portal, requester);
    let killed = false;
    const writing = Promise.all(
      [0, 1, 2, 3].map(writer =>
        writeUntilKilled(client, writer, () => killed),
      ),
    );
    await Promise.race([writing, sleep(3_000)]);
    killed = true;
    await portal.kill();
    const acknowledged = (await writing).flat();
    expect(acknowledged.length).toBeGreaterThan(4);

    await portal.start();
    const after = await clientOf(portal, requester);
    const team = await clientOf(portal, agent);
    const numbers = new Set<string>();
    const subjects: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await after.listTickets({
        requester: [requester],
        asset: ['component:default/ci-runners'],
        limit: 100,
        cursor,
      });
      for (const ticket of page.items) {
        expect(numbers).not.toContain(ticket.number);
        numbers.add(ticket.number);
        subjects.push(ticket.subject);
      }
      cursor = page.nextCursor;
    } while (cursor);

    for (const { ticket, replies } of acknowledged) {
      expect(subjects.filter(text => text === ticket.subject)).toHaveLength(1);
      expect(await after.getTicket(ticket.id)).toMatchObject({
        number: ticket.number,
        subject: ticket.subject,
      });
      const messages = await after.listMessages(ticket.id);
      const events = await team.listEvents(ticket.id);
      const bodies = messages.items.map(({ body }) => body);
      // the last reply of a writer may be written without having been confirmed
      expect([['First'], ['Second', 'First']]).toContainEqual(bodies);
      expect(messages.items.map(({ id }) => id)).toEqual(
        expect.arrayContaining(replies),
      );
      expect(events.items.map(({ detail }) => detail.type).reverse()).toEqual(
        bodies.length === 1
          ? ['filed', 'routed']
          : ['filed', 'routed', 'replied'],
      );
    }
  },
);
