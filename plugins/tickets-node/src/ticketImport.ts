import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { TicketsApi } from '@portaldesk/plugin-tickets-common';

/**
 * The desk during an import: past acts are repeated on it in the order in
 * which they happened, each by the person who did it and at its time, and
 * take effect under the same rules as today's.
 * @public
 */
export interface ImportDesk {
  /**
   * The desk as this catalog user used it at that time.
   *
   * @param userRef - full reference of a catalog User
   * @param at - when; never earlier than the act before
   */
  as(userRef: string, at: Date): TicketsApi;
}

/**
 * Brings tickets with a past into the desk, once.
 * @public
 */
export interface TicketImport {
  /** Says which import this is; one that is done is never run again. */
  id: string;
  /**
   * Resolves when everything that the import refers to is in the catalog.
   * Runs before {@link TicketImport.run}, and again at the next start when
   * either of them failed.
   */
  prepare?(signal: AbortSignal): Promise<void>;
  /**
   * All that happens in here is one transaction: everything or nothing. Until
   * it ends, what others do at the desk has to wait.
   */
  run(desk: ImportDesk): Promise<void>;
}

/**
 * Where modules of the desk register imports.
 * @public
 */
export interface TicketsImportExtensionPoint {
  /** Lets an import run after the start of the backend, unless it is done. */
  addImport(ticketImport: TicketImport): void;
}

/** {@inheritDoc TicketsImportExtensionPoint} @public */
export const ticketsImportExtensionPoint =
  createExtensionPoint<TicketsImportExtensionPoint>({ id: 'tickets.imports' });
