import type { NewEvent, TicketState } from '../../domain/ticketState';
import { TicketChange } from '../../domain/TicketChange';
import type { DeskConfig } from '../../config/DeskConfig';
import type { Versions } from '../../domain/versions';
import type { NewMessage } from '../../store/TicketStore';

/** What happened to a ticket at one time. */
export interface Moment extends Versions {
  readonly at: Date;
  readonly events: readonly NewEvent[];
  readonly message?: NewMessage;
  readonly file?: BulkFile;
}

/** A small file that is attached to a message. */
export interface BulkFile {
  readonly id: string;
  readonly storageKey: string;
  readonly name: string;
  readonly text: string;
}

/** What somebody does with a ticket: says something, changes something. */
export interface Step {
  readonly actor: string;
  readonly message?: Pick<NewMessage, 'kind' | 'side' | 'body' | 'recipients'>;
  /** Comes with the message. */
  readonly file?: BulkFile;
  change?(change: TicketChange): void;
}

/** A ticket in the making, whose moments follow one another. */
export class Lifetime {
  readonly #config: DeskConfig;
  readonly #moments: Moment[] = [];
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
    this.#moments.push({
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

  get moments(): readonly Moment[] {
    return this.#moments;
  }

  /** The versions that people saw last who did something after the filing. */
  get seen(): ReadonlyMap<string, Versions> {
    return this.#seen;
  }

  take(at: Date, { actor, message, file, change: work }: Step): void {
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
    this.#moments.push({
      at,
      ...versions,
      events: change.events,
      message: message && { ...message, author: actor, createdAt: at },
      file,
    });
  }

  /** Records something that happened meanwhile and changes nothing. */
  note(event: NewEvent): void {
    const place = this.#moments.findLastIndex(({ at }) => at <= event.at);
    const { version, internalChanges } = this.#moments[place];
    this.#moments.splice(place + 1, 0, {
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
}: NonNullable<Step['message']>): NewEvent['detail'] {
  switch (kind) {
    case 'reply':
      return { type: 'replied', messageId: '', side };
    case 'note':
      return { type: 'noted', messageId: '' };
    case 'private':
      return {
        type: 'messaged-privately',
        messageId: '',
        recipients: [...recipients],
      };
    default:
      return kind satisfies never;
  }
}
