import type { JsonObject } from '@backstage/types';

/** A value of a column, as it is bound or read. */
export type Value = unknown;
export type Row = Record<string, any>;

/** One connection. Values take the place of question marks. */
export interface Client {
  query(sql: string, values?: readonly Value[]): Promise<Row[]>;
  /** Begins a transaction that writes. */
  begin(): Promise<unknown>;
  end(): Promise<void>;
}

/** A database as the backend, the benchmark and Knex reach it. */
export interface Database {
  /** Stands in app-config below `backend.database`. */
  readonly backend: JsonObject;
  /** The configuration of Knex for the desk's own database. */
  readonly knex: { readonly client: string; readonly connection: object };
  /** Of the server, by name. */
  readonly settings: Readonly<Record<string, string>>;
  open(): Promise<Client>;
}
