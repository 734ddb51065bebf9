import { setTimeout as sleep } from 'node:timers/promises';
import type { TicketChannel } from '@portaldesk/plugin-tickets-node';
import {
  type WithdrawalContext,
  withdrawAfterChange,
  withdrawWithoutAccess,
} from '../desk/notifications/withdraw';
import type { StoredOutboxEntry } from '../store/outbox/OutboxEntry';
import type { ClaimedEntry } from './Batch';
import { LEASE, type OutboxConsumer } from './ChannelRelay';

/** A channel that can withdraw notifications. */
export interface WithdrawingChannel
  extends TicketChannel, Pick<WithdrawalContext, 'withdraw'> {}

/** How long to wait for running deliveries, in milliseconds. */
const PATIENCE = 5_000;

/** The time between two checks for them, in milliseconds. */
const PAUSE = 50;

/**
 * Withdraws notifications from people who lost access to the ticket. Its
 * entries have their own channel id in the outbox, which versions without
 * withdrawals never claim.
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

  /**
   * Withdraws the notifications of people who lost access by a change of the
   * ticket.
   */
  async consume({ entry }: ClaimedEntry, signal: AbortSignal): Promise<void> {
    const { store } = this.#context;
    const merged = await store.tickets.idsMergedInto(entry.ticketId);
    const tickets = [entry.ticketId, ...merged];
    await this.#untilDelivered(tickets, entry, signal);
    await withdrawAfterChange(this.#context, entry, tickets);
  }

  /**
   * Withdraws the notifications of people who lost access for another reason.
   */
  async review(signal?: AbortSignal): Promise<void> {
    await withdrawWithoutAccess(this.#context, { signal });
  }

  /** A delivery that runs at this moment would arrive after the withdrawal. */
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
    throw new Error(
      'earlier notifications of the ticket are not delivered yet',
    );
  }
}
