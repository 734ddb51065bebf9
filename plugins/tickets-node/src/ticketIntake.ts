import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Channel, TicketsApi } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';

/**
 * Where people of the desk act from outside of the portal.
 * @public
 */
export interface IntakePeople {
  /**
   * The desk as this catalog user uses it now. What they may do follows from
   * their groups in the catalog; permission policies are not asked, since
   * nobody has the person's credentials. Exports, the content of files, and
   * failed notifications are not part of it.
   *
   * @param userRef - full reference of a catalog User. Each call rejects with a
   *   NotFoundError when the catalog does not have them.
   * @param options - what the intake decides in their place
   */
  as(userRef: string, options?: IntakeOptions): TicketsApi;
}

/**
 * What an intake decides in place of the person for whom it acts.
 * @public
 */
export interface IntakeOptions {
  /**
   * Whether it says which team gets a new ticket, by rules of the operator.
   * Otherwise only agents do, and routing for all others. Default: false.
   */
  choosesTeam?: boolean;
}

/**
 * The desk for a module that brings in what people wrote elsewhere.
 * @public
 */
export interface IntakeDesk extends IntakePeople {
  /**
   * Does something at the desk once, however often it is called, by however many
   * backends, and wherever one of them dies: all that `work` does is one
   * transaction with the record that it was done. Files are uploaded before,
   * since a storage takes no part in a transaction.
   *
   * @param key - says what is done, in at most 128 characters
   * @param work - may be run again where another transaction is in the way.
   *   Returns what is to be remembered, in at most 255 characters, such as the
   *   id of the ticket.
   * @returns what `work` returned when it was done
   */
  once(
    key: string,
    work: (people: IntakePeople) => Promise<string>,
  ): Promise<string>;
  /** What {@link IntakeDesk.once} remembers under the key, if anything. */
  resultOf(key: string): Promise<string | undefined>;
}

/**
 * Brings in what people wrote elsewhere, such as by mail.
 * @public
 */
export interface TicketIntake {
  /** Names the intake, in at most 64 characters; its keys are its own. */
  id: string;
  /** The channel by which its tickets come. */
  channel: Channel;
  /**
   * Called once, after the desk has started.
   *
   * @param signal - aborted when the backend stops
   */
  start(desk: IntakeDesk, signal: AbortSignal): void;
  /**
   * Called where something is removed for good of what was written in tickets: a
   * message is redacted, or a ticket is deleted. What the intake keeps of them as
   * it came, in tables of its own in the desk's database, has to go with it.
   *
   * @param ticketIds - of a ticket, and of those that were merged into it
   * @param transaction - in which the desk removes it: when this rejects, nothing
   *   is removed, and the request fails
   */
  forget?(ticketIds: readonly string[], transaction: Knex): Promise<void>;
}

/**
 * Where modules of the desk register intakes.
 * @public
 */
export interface TicketsIntakesExtensionPoint {
  /**
   * Lets an intake bring in what people write.
   *
   * @throws Error when an intake has the same id
   */
  addIntake(intake: TicketIntake): void;
}

/** {@inheritDoc TicketsIntakesExtensionPoint} @public */
export const ticketsIntakesExtensionPoint =
  createExtensionPoint<TicketsIntakesExtensionPoint>({ id: 'tickets.intakes' });
