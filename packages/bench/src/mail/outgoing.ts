import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '../Connection';
import { text } from '../measures/create';
import type { Bench } from '../measure';
import type { AgentPerson } from '../people';
import { profiled } from '../profiled';
import { inTurn } from '../random';
import { type Stage, api } from '../stage';
import { percentile } from '../timing';
import { Trouble } from '../tools';
import type { MailService } from './mailService';
import { addressOf, refOf } from './writers';

/** How many mails wait until the mail server is there. */
const MAILS = 1_000;

/** How many replies are followed until their mails are sent. */
const REPLIES = 100;

const CONNECTIONS = 8;
const PATIENCE_MS = 300_000;

/** A ticket whose requester is mailed, and an agent of its team. */
interface MailedTicket {
  readonly id: string;
  readonly address: string;
  readonly agent: AgentPerson;
}

/**
 * How many mails go out in a second, when many wait for a mail server that was
 * away.
 */
export async function measureOut(
  { agents, client }: Stage,
  bench: Bench,
  { sink, writers }: MailService,
): Promise<{ mails: number; perSecond: number; tickets: MailedTicket[] }> {
  const tickets = await fileTickets(agents, bench.url, writers);
  // the other channels are through
  await until(async () => {
    const [{ count }] = await client.query(
      `select count(*) as count from ticket_outbox
       where due_at is not null and channel <> 'email'`,
    );
    return Number(count) === 0;
  });
  await sink.open();
  await until(async () => sink.taken > 0, 5);
  const { result } = await profiled('mail-out', bench, async () => {
    const begin = performance.now();
    const before = sink.taken;
    await until(async () => sink.taken >= tickets.length, 5);
    return ((sink.taken - before) / (performance.now() - begin)) * 1_000;
  });
  await until(async () => {
    const [{ count }] = await client.query(
      `select count(*) as count from ticket_mails where state <> 'sent'`,
    );
    return Number(count) === 0;
  });
  if (sink.taken > tickets.length) {
    throw new Trouble(
      `${sink.taken} mails were sent of ${tickets.length} tickets.`,
    );
  }
  return { mails: tickets.length, perSecond: result, tickets };
}

/** From an agent's reply to the end of the mail, in milliseconds. */
export async function measureReplies(
  tickets: readonly MailedTicket[],
  { url }: Bench,
  { sink }: MailService,
): Promise<{ replies: number; p50Ms: number; p95Ms: number }> {
  const connection = new Connection(url);
  const times: number[] = [];
  for (const { id, address, agent } of tickets.slice(0, REPLIES)) {
    const arrived = sink.nextTo(address);
    const begin = performance.now();
    await connection.send({
      method: 'POST',
      path: `${api}/tickets/${id}/messages`,
      token: agent.token,
      status: 201,
      body: { kind: 'reply', body: text(40) },
    });
    times.push((await arrived) - begin);
  }
  connection.close();
  return {
    replies: times.length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
  };
}

/** Agents file them for people who have an address. */
async function fileTickets(
  agents: readonly AgentPerson[],
  url: string,
  writers: number,
): Promise<MailedTicket[]> {
  const next = inTurn(agents);
  const tickets: MailedTicket[] = [];
  let begun = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const connection = new Connection(url);
      while (begun < MAILS) {
        const writer = begun % writers;
        begun += 1;
        const agent = next();
        const answer = await connection.send({
          method: 'POST',
          path: `${api}/tickets`,
          token: agent.token,
          status: 201,
          body: {
            subject: text(7),
            message: text(40),
            category: 'request',
            onBehalfOf: refOf(writer),
            team: agent.team,
          },
        });
        const { id } = JSON.parse(answer);
        tickets.push({ id, address: addressOf(writer), agent });
      }
      connection.close();
    }),
  );
  return tickets;
}

export async function until(
  holds: () => Promise<boolean>,
  everyMs = 100,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const end = Date.now() + Math.max(PATIENCE_MS, patienceMs);
  while (!(await holds())) {
    if (Date.now() > end) {
      throw new Trouble('It takes too long.');
    }
    await sleep(everyMs);
  }
}
