import type { Knex } from 'knex';
import type { TokenFacts, TokenPurpose } from '../../domain/tokens/tokens';
import { type DbInstant, toDate, toDateOrNull } from '../sql/instants';

const TABLE = 'ticket_tokens';

/** A token as it is kept: what it was made of is not. */
export interface StoredToken extends TokenFacts {
  readonly id: string;
  /** SHA-256 of the secret, in hexadecimal. */
  readonly hash: string;
  /** For whom it acts, as a reference. */
  readonly subject: string;
  readonly createdAt: Date;
}

interface TokenRow {
  id: string;
  hash: string;
  purpose: TokenPurpose;
  subject: string;
  created_at: DbInstant;
  expires_at: DbInstant | null;
  revoked_at: DbInstant | null;
}

/** What lets people in who have no account. */
export class TokenStore {
  constructor(private readonly knex: Knex) {}

  async insert(token: StoredToken): Promise<void> {
    await this.knex(TABLE).insert({
      id: token.id,
      hash: token.hash,
      purpose: token.purpose,
      subject: token.subject,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
      revoked_at: token.revokedAt,
    });
  }

  /** @param hash - SHA-256 of the secret, in hexadecimal */
  async find(hash: string): Promise<StoredToken | undefined> {
    const row = await this.knex<TokenRow>(TABLE).where({ hash }).first();
    return row && fromRow(row);
  }

  /**
   * Ends those of a subject, of one purpose or of all.
   *
   * @returns those that were not revoked before
   */
  async revoke(
    of: { readonly subject: string; readonly purpose?: TokenPurpose },
    at: Date,
  ): Promise<Pick<StoredToken, 'id' | 'purpose'>[]> {
    return this.knex<TokenRow>(TABLE)
      .where({ ...of })
      .whereNull('revoked_at')
      .update({ revoked_at: at })
      .returning(['id', 'purpose']);
  }

  /** Removes those that have ended or were revoked by then. */
  async forgetEnded(by: Date): Promise<number> {
    return this.knex<TokenRow>(TABLE)
      .where('expires_at', '<=', by)
      .orWhere('revoked_at', '<=', by)
      .delete();
  }
}

function fromRow(row: TokenRow): StoredToken {
  return {
    id: row.id,
    hash: row.hash,
    purpose: row.purpose,
    subject: row.subject,
    createdAt: toDate(row.created_at),
    expiresAt: toDateOrNull(row.expires_at),
    revokedAt: toDateOrNull(row.revoked_at),
  };
}
