import {
  type Operation,
  type OperationName,
  operations,
} from '@portaldesk/plugin-tickets-common';
import { isObject } from './hostile';

/** How many values of one kind are remembered. */
const MAX_VALUES = 10;

/** Something that somebody was told that they may do to a ticket. */
export interface Offer {
  readonly ticket: string;
  readonly caller: string;
}

/** How many of a list are. */
const MAX_LEARNT = 3;

/** Properties that name something by another word than its collection's. */
const collections: Readonly<Record<string, string>> = {
  attachments: 'files',
  into: 'tickets',
  cannedReply: 'canned-replies',
  notification: 'failed-notifications',
};

/**
 * Names of things that are really there, as answers told them. They lie by the
 * path of their collection, such as `/tickets/7/messages`, so that what is
 * asked of a ticket can be something of this ticket.
 */
export class KnownValues {
  readonly #byCollection = new Map<string, string[]>();

  /** The number of a ticket by its id, and the other way round. */
  readonly #otherNames = new Map<string, string>();

  /** By action: of which tickets who was told that they may do it. */
  readonly #offers = new Map<string, Offer[]>();

  /** Remembers what an answer to a request for this path names. */
  learn(path: string, caller: string, body: unknown): void {
    if (!isObject(body)) {
      return;
    }
    const items = Array.isArray(body.items) ? body.items : [body];
    this.#add('cursors', body.nextCursor);
    for (const item of items.filter(isObject).slice(0, MAX_LEARNT)) {
      const isTicket = typeof item.number === 'string';
      this.#add(isTicket ? '/tickets' : path, item.id ?? item.person);
      this.#add('/tickets', item.number);
      if (isTicket) {
        this.#otherNames.set(String(item.id), String(item.number));
        this.#otherNames.set(String(item.number), String(item.id));
        this.#learnOffers(item, caller);
      }
    }
  }

  /** Takes note that something is gone. */
  forget(path: string): void {
    const [, collection, encoded = ''] = /^(.*)\/([^/]+)$/.exec(path) ?? [];
    const name = decodeURIComponent(encoded);
    const values = this.#byCollection.get(collection);
    if (values) {
      this.#byCollection.set(
        collection,
        values.filter(
          value => ![name, this.#otherNames.get(name)].includes(value),
        ),
      );
    }
  }

  /** Those in a collection, or in all those whose path ends with its name. */
  in(collection: string): readonly string[] {
    return this.#byCollection.get(collection) ?? [];
  }

  /**
   * What a parameter or a property of this name could hold in a request for this path.
   *
   * @param path - such as `/tickets/7/split`
   */
  named(name: string, path: string): readonly string[] {
    if (/cursor/i.test(name)) {
      return this.in('cursors');
    }
    const word = collections[name] ?? `${name.replace(/s$/, '')}s`;
    const [, first, id] = path.split('/');
    const found = [`/${first}/${id}/${word}`, `/${word}`]
      .map(collection => this.in(collection))
      .find(({ length }) => length > 0);
    return found ?? this.#elsewhere(`/${word}`);
  }

  /** Of something else than what is asked for. */
  #elsewhere(end: string): readonly string[] {
    const found = [...this.#byCollection].find(
      ([collection, values]) => collection.endsWith(end) && values.length > 0,
    );
    return found?.[1] ?? [];
  }

  /** Whoever was told last that they may do what an operation does. */
  offersFor(operationId: string): readonly Offer[] {
    const { actions = [] }: Partial<Operation> =
      operations[operationId as OperationName] ?? {};
    return actions.flatMap(action => this.#offers.get(action) ?? []);
  }

  #learnOffers(
    { id, allowedActions }: Record<string, unknown>,
    caller: string,
  ): void {
    for (const action of Array.isArray(allowedActions) ? allowedActions : []) {
      const offers = this.#offers.get(action) ?? [];
      this.#offers.set(
        action,
        [...offers, { ticket: String(id), caller }].slice(-3),
      );
    }
  }

  #add(collection: string, value: unknown): void {
    if (typeof value !== 'string') {
      return;
    }
    const values = this.#byCollection.get(collection) ?? [];
    this.#byCollection.set(collection, values);
    if (!values.includes(value)) {
      values.push(value);
      if (values.length > MAX_VALUES) {
        values.shift();
      }
    }
  }
}
