import {
  type DeskConfig,
  type NewEvent,
  type NewMessage,
  TicketChange,
  type TicketState,
  type Versions,
} from './desk';

/** What happened to a ticket at one time, with the versions it had then. */
export interface HistoryEntry extends Versions {
  readonly at: Date;
  readonly events: readonly NewEvent[];
  readonly message?: NewMessage;
  readonly file?: SeedFile;
}

/** A small file that is attached to a message. */
export interface SeedFile {
  readonly id: string;
  readonly storageKey: string;
  readonly name: string;
  readonly text: string;
}

/** What a person does with a ticket: writes a message, changes something, or both. */
export interface Action {
  readonly actor: string;
  readonly message?: Pick<NewMessage, 'kind' | 'side' | 'body' | 'recipients'>;
  /** Comes with the message. */
  readonly file?: SeedFile;
  change?(change: TicketChange): void;
}

/** A ticket whose history is being made, one entry after the other. */
export class Lifecycle {
  readonly #config: DeskConfig;
  readonly #history: HistoryEntry[] = [];
  readonly #seen = new Map<string, Versions>();
  #state: TicketState;
  #version = 1;
  #internalChanges = 0;

  /** @param filed - the events with which it begins */
  constructor(
    config: DeskConfig,
    first: TicketChange,
    filed: readonly NewEvent[],
    message: NewMessage,
  ) {
    this.#config = config;
    this.#state = first.state;
    this.#history.push({
      at: first.state.createdAt,
      version: 1,
      internalChanges: 0,
      events: [...filed, ...first.events],
      message,
    });
  }

  get state(): TicketState {
    return this.#state;
  }

  get version(): number {
    return this.#version;
  }

  get internalChanges(): number {
    return this.#internalChanges;
  }

  get history(): readonly HistoryEntry[] {
    return this.#history;
  }

  /** By person, the versions at their last action after the filing. */
  get seen(): ReadonlyMap<string, Versions> {
    return this.#seen;
  }

  apply(at: Date, { actor, message, file, change: work }: Action): void {
    const change = new TicketChange(this.#config, actor, at, this.#state);
    if (message) {
      change.record(eventOf(message));
    }
    work?.(change);
    const { inside, outside } = change.trace;
    this.#version += inside ? 1 : 0;
    this.#internalChanges += inside && !outside ? 1 : 0;
    this.#state = change.state;
    const versions = {
      version: this.#version,
      internalChanges: this.#internalChanges,
    };
    this.#seen.set(actor, versions);
    this.#history.push({
      at,
      ...versions,
      events: change.events,
      message: message && { ...message, author: actor, createdAt: at },
      file,
    });
  }

  /** Records an event in between that changes no field of the ticket. */
  record(event: NewEvent): void {
    const place = this.#history.findLastIndex(({ at }) => at <= event.at);
    const { version, internalChanges } = this.#history[place];
    this.#history.splice(place + 1, 0, {
      at: event.at,
      version,
      internalChanges,
      events: [event],
    });
  }
}

/** The id of the message is known when it is written. */
function eventOf({
  kind,
  side,
  recipients,
}: NonNullable<Action['message']>): NewEvent['detail'] {
  switch (kind) {
    case 'reply':
      return { type: 'replied', messageId: '', side };
    case 'note':
      return { type: 'noted', messageId: '' };
    case 'private':
      return {
        type: 'private-message-added',
        messageId: '',
        recipients: [...recipients],
      };
    default:
      return kind satisfies never;
  }
}
