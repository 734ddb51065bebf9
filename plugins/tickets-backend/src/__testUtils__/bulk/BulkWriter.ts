import { createHash } from 'node:crypto';
import { counterScope, formatNumber } from '../../domain/numbering';
import type { Deadlines } from '../../domain/sla/deadlines';
import type { NewMessage } from '../../store/TicketStore';
import { eventRow } from '../../store/events';
import { fileRow } from '../../store/files';
import { messageRow, recipientRows } from '../../store/messages';
import { belongingRows } from '../../store/ticketBelongings';
import {
  type NewText,
  textOfMessage,
  textsOfTicket,
} from '../../store/search/texts';
import { toRow } from '../../store/tickets';
import type { StoredTicket } from '../../store/TicketStore';
import type { BulkWorld } from './BulkWorld';
import type { BulkFile, Lifetime, Moment } from './Lifetime';
import type { RowSink } from './RowSink';
import { Timeline } from './Timeline';
import type { FiledTicket } from './fileBulkTicket';

/** Turns tickets into rows, in the order of time. */
export class BulkWriter {
  readonly #rows = new Map<string, object[]>();
  readonly #timeline = new Timeline();
  readonly #counters = new Map<string, number>();
  #messages = 0;
  #events = 0;
  #texts = 0;
  #waiting = 0;

  constructor(private readonly world: BulkWorld) {}

  /** How many rows wait to be written. */
  get waiting(): number {
    return this.#waiting;
  }

  add(
    id: string,
    { life, assetOwners }: FiledTicket,
    deadlines: Deadlines,
  ): void {
    const ticket: StoredTicket = {
      ...life.state,
      id,
      number: this.#nextNumber(life),
      version: life.version,
      internalChanges: life.internalChanges,
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
      [...life.seen].map(([person, seen]) => ({
        person,
        ticket_id: id,
        version: seen.version,
        internal_changes: seen.internalChanges,
      })),
    );
    for (const moment of life.moments) {
      this.#timeline.add(moment.at, () => this.#happen(id, moment));
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

  #nextNumber({ state: { category, createdAt: at } }: Lifetime): string {
    const mask = this.world.config.numbering;
    const scope = counterScope(mask, at);
    const count = (this.#counters.get(scope) ?? 0) + 1;
    this.#counters.set(scope, count);
    return formatNumber(mask, { at, count, category });
  }

  #happen(ticketId: string, moment: Moment): void {
    const { events, message, file } = moment;
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
    const versions = { ...moment, id: ticketId };
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

  /** Makes a text found by its words. */
  #index(text: NewText & { message_seq: number | null }): void {
    this.#texts += 1;
    this.#write('ticket_texts', [{ seq: this.#texts, ...text }]);
  }

  /** Files are kept in the database unless configured otherwise. */
  #attach(
    ticketId: string,
    { author, createdAt }: NewMessage,
    { id, storageKey, name, text }: BulkFile,
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
