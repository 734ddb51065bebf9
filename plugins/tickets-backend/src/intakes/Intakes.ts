import type {
  TicketIntake,
  TicketsIntakesExtensionPoint,
} from '@portaldesk/plugin-tickets-node';
import type { Knex } from 'knex';

/** Longest id that the database can store. */
const MAX_ID_LENGTH = 64;

/** The intakes that were registered with the desk. */
export class Intakes implements TicketsIntakesExtensionPoint {
  readonly #intakes: TicketIntake[] = [];

  get all(): readonly TicketIntake[] {
    return this.#intakes;
  }

  addIntake(intake: TicketIntake): void {
    const { id } = intake;
    if (id.length === 0 || id.length > MAX_ID_LENGTH) {
      throw new Error(
        `The id of an intake must have 1 to ${MAX_ID_LENGTH} characters: ${id}`,
      );
    }
    if (this.#intakes.some(other => other.id === id)) {
      throw new Error(`There are two intakes with the id ${id}`);
    }
    this.#intakes.push(intake);
  }

  /** Lets all of them forget what they keep of tickets. */
  async forget(ticketIds: readonly string[], transaction: Knex): Promise<void> {
    for (const intake of this.#intakes) {
      await intake.forget?.(ticketIds, transaction);
    }
  }
}
