import { createHash } from 'node:crypto';
import {
  belongingRows,
  counterScope,
  type Deadlines,
  eventRow,
  fileRow,
  formatNumber,
  messageRow,
  type NewMessage,
  type NewText,
  recipientRows,
  type StoredTicket,
  textOfMessage,
  textsOfTicket,
  toRow,
} from './desk';
import type { SeedWorld } from './SeedWorld';
import type { SeedFile, Lifecycle, HistoryEntry } from './Lifecycle';
import type { RowSink } from './RowSink';
import { Timeline } from './Timeline';
import type { FiledTicket } from './fileTicket';

/** Turns tickets into rows, in the order of time. */
export class RowWriter {
  readonly #rows = new Map<string, object[]>();
  readonly #timeline = new Timeline();
  readonly #counters = new Map<string, number>();
  #messages = 0;
  #events = 0;
  #texts = 0;
  #waiting = 0;

  constructor(private readonly world: SeedWorld) {}

  /** How many rows wait to be written. */
  get waiting(): number {
    return this.#waiting;
  }

  add(
    id: string,
    { lifecycle, assetOwners }: FiledTicket,
    deadlines: Deadlines,
  ): void {
    const ticket: StoredTicket = {
      ...lifecycle.state,
      id,
      number: this.#nextNumber(lifecycle),
      version: lifecycle.version,
      internalChanges: lifecycle.internalChanges,
      assetOwners,
      deadlines,
    };
    this.#timeline.runUntil(ticket.createdAt.getTime());
    this.#write('tickets', [toRow(ticket)]);
    for (const { table, rows } of belongingRows(ticket)) {
      this.#write(table, rows);
    }
    for (const text of textsOfTicket(ticket)) {
      this.#index({ ...text, message_seq: null });
    }
    this.#write(
      'ticket_reads',
      [...lifecycle.seen].map(([person, seen]) => ({
        person,
        ticket_id: id,
        version: seen.version,
        internal_changes: seen.internalChanges,
      })),
    );
    for (const entry of lifecycle.history) {
      this.#timeline.add(entry.at, () => this.#writeEntry(id, entry));
    }
  }

  end(): void {
    this.#timeline.runUntil();
    this.#write(
      'ticket_counters',
      [...this.#counters].map(([scope, value]) => ({ scope, value })),
    );
  }

  async flush(sink: RowSink): Promise<void> {
    const { tickets = [], ...others } = Object.fromEntries(this.#rows);
    this.#rows.clear();
    // everything else belongs to them
    await sink.write('tickets', tickets);
    for (const [table, rows] of Object.entries(others)) {
      await sink.write(table, rows);
    }
    this.#waiting = 0;
  }

  #nextNumber({ state: { category, createdAt: at } }: Lifecycle): string {
    const mask = this.world.config.numbering;
    const scope = counterScope(mask, at);
    const count = (this.#counters.get(scope) ?? 0) + 1;
    this.#counters.set(scope, count);
    return formatNumber(mask, { at, count, category });
  }

  #writeEntry(ticketId: string, entry: HistoryEntry): void {
    const { events, message, file } = entry;
    if (message) {
      this.#messages += 1;
      const row = messageRow(ticketId, message);
      this.#write('ticket_messages', [{ seq: this.#messages, ...row }]);
      const text = textOfMessage(row);
      if (text) {
        this.#index({ ...text, field: null, message_seq: this.#messages });
      }
      this.#write(
        'ticket_message_recipients',
        recipientRows(this.#messages, message),
      );
      if (file) {
        this.#attach(ticketId, message, file);
      }
    }
    const messageId = String(this.#messages);
    const versions = { ...entry, id: ticketId };
    this.#write(
      'ticket_events',
      events.map(({ detail, ...event }) => {
        this.#events += 1;
        return {
          seq: this.#events,
          ...eventRow(versions, {
            ...event,
            detail: 'messageId' in detail ? { ...detail, messageId } : detail,
          }),
        };
      }),
    );
  }

  /** Lets a text be found by its words. */
  #index(text: NewText & { message_seq: number | null }): void {
    this.#texts += 1;
    this.#write('ticket_texts', [{ seq: this.#texts, ...text }]);
  }

  /** Files are kept in the database unless configured otherwise. */
  #attach(
    ticketId: string,
    { author, createdAt }: NewMessage,
    { id, storageKey, name, text }: SeedFile,
  ): void {
    const bytes = Buffer.from(text);
    const row = fileRow({
      id,
      ticketId,
      messageId: String(this.#messages),
      name,
      mediaType: 'text/plain',
      charset: null,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      storage: 'database',
      storageKey,
      uploadedBy: author,
      createdAt,
    });
    this.#write('ticket_files', [row]);
    this.#write('ticket_file_chunks', [
      { storage_key: storageKey, position: 0, bytes },
    ]);
  }

  #write(table: string, rows: readonly object[]): void {
    const waiting = this.#rows.get(table) ?? [];
    waiting.push(...rows);
    this.#rows.set(table, waiting);
    this.#waiting += rows.length;
  }
}
