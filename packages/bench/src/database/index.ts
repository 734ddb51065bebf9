import { during } from '../tools';
import type { Database } from './Database';
import { startPostgresDatabase } from './postgres';
import { sqliteDatabase } from './sqlite';

export type { Client, Database, Row, Value } from './Database';

export const databaseKinds = ['postgres', 'sqlite'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

/** @param folder - for its files */
export async function startDatabase(
  kind: DatabaseKind,
  folder: string,
): Promise<Database> {
  return kind === 'postgres'
    ? during('Starting PostgreSQL', () => startPostgresDatabase(folder))
    : sqliteDatabase(folder);
}
