import { createHash, createHmac } from 'node:crypto';
import type { Knex } from 'knex';

const TABLE = 'ticket_mail_tokens';

/** As many letters as leave room in the 64 characters before an @: 200 bits. */
export const TOKEN_LENGTH = 40;

/** In milliseconds. */
const MONTH = 30 * 24 * 3_600_000;

/** What a token is for; it is good for nothing else. */
export type TokenPurpose = 'reply' | 'mute';

/** To whom a token was mailed, about which ticket. */
export interface TokenOwner {
  readonly ticketId: string;
  /** Reference of a catalog User; empty where several read at the address. */
  readonly userRef: string;
  /** In lower case. */
  readonly address: string;
}

/** Random tokens that only the mails of one person about one ticket contain. */
export class MailTokens {
  constructor(
    private readonly knex: Knex,
    private readonly secret: Buffer,
    private readonly clock: () => Date,
  ) {}

  /**
   * The same for the same owner; what it stands for is recorded, and when it was
   * mailed, to the month.
   */
  async tokenFor(purpose: TokenPurpose, owner: TokenOwner): Promise<string> {
    const { ticketId, userRef, address } = owner;
    const token = base32(
      createHmac('sha256', this.secret)
        .update(JSON.stringify([purpose, ticketId, userRef, address]))
        .digest(),
    ).slice(0, TOKEN_LENGTH);
    const now = this.clock();
    await this.knex(TABLE)
      .insert({
        hash: hashOf(token),
        purpose,
        ticket_id: ticketId,
        user_ref: userRef,
        address,
        created_at: now,
      })
      .onConflict('hash')
      .merge({ created_at: now })
      .where(`${TABLE}.created_at`, '<', new Date(now.getTime() - MONTH));
    return token;
  }

  /** Forgets those that were not mailed since then. */
  async forgetBefore(time: Date): Promise<void> {
    await this.knex(TABLE).where('created_at', '<', time).delete();
  }

  /** To whom a token was mailed for this purpose. */
  async ownerOf(
    purpose: TokenPurpose,
    token: string,
  ): Promise<TokenOwner | undefined> {
    const row = await this.knex(TABLE)
      .where({ hash: hashOf(token.toLowerCase()), purpose })
      .first();
    return (
      row && {
        ticketId: row.ticket_id,
        userRef: row.user_ref,
        address: row.address,
      }
    );
  }
}

/** Those who read the database learn no token. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** In letters that survive servers which do not tell small ones from capitals. */
function base32(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) {
    bits += byte.toString(2).padStart(8, '0');
  }
  return (bits.match(/.{5}/g) ?? [])
    .map(group => ALPHABET[parseInt(group, 2)])
    .join('');
}
