import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

/** A random key of 256 bits, the same for all backends and for ever. */
export async function secretOf(knex: Knex, name: string): Promise<Buffer> {
  await knex('ticket_mail_secrets')
    .insert({ name, value: randomBytes(32).toString('hex') })
    .onConflict('name')
    .ignore();
  const { value } = await knex('ticket_mail_secrets').where({ name }).first();
  return Buffer.from(value, 'hex');
}
