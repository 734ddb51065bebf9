import type {
  EventDetail,
  StatusChangeCause,
} from '@portaldesk/plugin-tickets-common';
import type { Statuses } from './statuses';
import { type NewEvent, type TicketState, applyEvent } from './ticketState';
import { type Occasion, type Reactions, reactionTo } from './workflow';

/**
 * One change of a ticket in the making: what is done is recorded as events,
 * and the events alone make the new state.
 */
export class TicketChange {
  readonly #events: NewEvent[] = [];
  #state: TicketState;

  constructor(
    private readonly rules: { statuses: Statuses; reactions: Reactions },
    private readonly actor: string,
    private readonly at: Date,
    before: TicketState,
  ) {
    this.#state = before;
  }

  get state(): TicketState {
    return this.#state;
  }

  get events(): readonly NewEvent[] {
    return this.#events;
  }

  record(detail: EventDetail): void {
    const event = { actor: this.actor, at: this.at, detail };
    this.#state = applyEvent(this.rules.statuses, this.#state, event);
    this.#events.push(event);
  }

  setStatus(to: string, cause: StatusChangeCause): void {
    const from = this.#state.status;
    if (from !== to) {
      this.record({ type: 'status-changed', from, to, cause });
    }
  }

  /** Lets the configured reaction to an occasion happen, if there is one. */
  react(occasion: Occasion): void {
    const to = reactionTo(this.rules.reactions, occasion, this.#state.status);
    if (to !== undefined) {
      this.setStatus(to, occasion);
    }
  }

  assignTo(to: string | null): void {
    const from = this.#state.assignee;
    if (from !== to) {
      this.record({ type: 'assigned', from, to });
      if (to !== null) {
        this.react('assignment');
      }
    }
  }

  moveTo(to: string): void {
    const from = this.#state.team;
    if (from !== to) {
      this.record({ type: 'moved', from, to });
    }
  }

  edit(field: 'subject' | 'category' | 'priority', to: string | null): void {
    const from = this.#state[field];
    if (from !== to) {
      this.record({ type: 'edited', field, from, to });
    }
  }
}
