import { setTimeout as sleep } from 'node:timers/promises';
import type { TicketChannel } from '@portaldesk/plugin-tickets-node';
import {
  type WithdrawalContext,
  withdrawAfterChange,
  withdrawWithoutAccess,
} from '../desk/notifications/withdraw';
import type { StoredOutboxEntry } from '../store/OutboxStore';
import type { ClaimedEntry } from './Batch';
import { LEASE, type OutboxConsumer } from './ChannelRelay';

/** A channel that can take back what it told. */
export interface WithdrawingChannel
  extends TicketChannel, Pick<WithdrawalContext, 'withdraw'> {}

/** How long is waited for what was begun before, in milliseconds. */
const PATIENCE = 5_000;

/** The time between two looks for it, in milliseconds. */
const PAUSE = 50;

/**
 * Takes back what people were told of tickets that they lost. It has a place of
 * its own in the outbox, which no version takes anything from that cannot do so.
 */
export class Withdrawals implements OutboxConsumer {
  readonly id: string;
  readonly #context: WithdrawalContext;

  constructor(
    context: Omit<WithdrawalContext, 'withdraw'>,
    private readonly channel: WithdrawingChannel,
  ) {
    this.id = `${channel.id}.withdrawals`;
    this.#context = {
      ...context,
      withdraw: notified => channel.withdraw(notified),
    };
  }

  /** Takes a ticket's notifications back from whom a change took the ticket. */
  async consume({ entry }: ClaimedEntry, signal: AbortSignal): Promise<void> {
    const { store } = this.#context;
    const merged = await store.idsMergedInto(entry.ticketId);
    const tickets = [entry.ticketId, ...merged];
    await this.#untilDelivered(tickets, entry, signal);
    await withdrawAfterChange(this.#context, entry, tickets);
  }

  /**
   * Takes notifications back from all who may not read their tickets for
   * another reason.
   */
  async review(signal?: AbortSignal): Promise<void> {
    await withdrawWithoutAccess(this.#context, { signal });
  }

  /** What is told of a ticket at this moment would come after it is taken back. */
  async #untilDelivered(
    tickets: readonly string[],
    { id }: StoredOutboxEntry,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, store } = this.#context;
    for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
      const now = clock();
      const until = new Date(now.getTime() + LEASE);
      const claim = { now, until };
      if (
        !(await store.outbox.isUnderWay(this.channel.id, tickets, id, claim))
      ) {
        return;
      }
      await sleep(PAUSE, undefined, { signal });
    }
    throw new Error('what was told of the ticket before is not told yet');
  }
}
