import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

interface SecretRow {
  name: string;
  /** Hexadecimal. */
  value: string;
}

/**
 * A random key of 256 bits that the desk keeps for ever. The first request makes
 * it; several at the same time all get the one that was written.
 */
export async function secretOf(knex: Knex, name: string): Promise<Buffer> {
  const secrets = () => knex<SecretRow>('ticket_secrets');
  const kept = await secrets().where({ name }).first();
  if (kept) {
    return Buffer.from(kept.value, 'hex');
  }
  await secrets()
    .insert({ name, value: randomBytes(32).toString('hex') })
    .onConflict('name')
    .ignore();
  return secretOf(knex, name);
}
