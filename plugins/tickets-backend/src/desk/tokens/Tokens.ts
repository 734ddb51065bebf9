import { randomUUID, timingSafeEqual } from 'node:crypto';
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  type TokenPurpose,
  expiryOf,
  isAudited,
  isUsable,
} from '../../domain/tokens/tokens';
import type { DeskStore } from '../../store/DeskStore';
import { errorForLog } from '../errorForLog';
import { hashOf, newSecret } from './secrets';

type TokensStore = Pick<DeskStore, 'tokens' | 'afterCommit'>;

interface TokenServices {
  readonly store: TokensStore;
  readonly logger: LoggerService;
  readonly clock: () => Date;
  readonly auditor: AuditorService;
}

/**
 * What lets people in who have no account: secrets that are given to them once,
 * and kept as hashes. Each is good for one purpose and one subject, ends, and
 * can be revoked. That is audited, without them, where it says nothing of when
 * a reporter reads.
 */
export class Tokens {
  constructor(private readonly services: TokenServices) {}

  /** The same as part of a transaction. */
  within(store: TokensStore): Tokens {
    return new Tokens({ ...this.services, store });
  }

  /**
   * Makes a token.
   *
   * @param subject - for whom it acts, as a reference
   * @param secret - Default: 256 random bits
   * @returns its secret, which nobody can find out later
   */
  async issue(
    purpose: TokenPurpose,
    subject: string,
    secret: string = newSecret(),
  ): Promise<string> {
    const { store, clock } = this.services;
    const now = clock();
    const id = randomUUID();
    await store.tokens.insert({
      id,
      hash: hashOf(secret),
      purpose,
      subject,
      createdAt: now,
      expiresAt: expiryOf(purpose, now),
      revokedAt: null,
    });
    if (isAudited[purpose]) {
      this.#audit('token-issue', { token: id, purpose, subject });
    }
    return secret;
  }

  /**
   * For whom a secret acts. Secrets that are unknown, of another purpose, ended
   * or revoked are the same: each is looked up in the same way.
   */
  async subjectOf(
    purpose: TokenPurpose,
    secret: string,
  ): Promise<string | undefined> {
    const { store, clock } = this.services;
    const hash = hashOf(secret);
    const found = await store.tokens.find(hash);
    const same = timingSafeEqual(
      Buffer.from(hash),
      Buffer.from(found?.hash ?? hashOf('')),
    );
    return found && same && isUsable(found, purpose, clock())
      ? found.subject
      : undefined;
  }

  /** Ends the tokens of a subject, of one purpose or of all. */
  async revoke(of: {
    readonly subject: string;
    readonly purpose?: TokenPurpose;
  }): Promise<void> {
    const { store, clock } = this.services;
    const revoked = await store.tokens.revoke(of, clock());
    for (const { id, purpose } of revoked.filter(
      token => isAudited[token.purpose],
    )) {
      const { subject } = of;
      this.#audit('token-revoke', { token: id, purpose, subject });
    }
  }

  /** Of what is committed; that is not undone where it cannot be audited. */
  #audit(
    eventId: string,
    meta: { token: string; purpose: TokenPurpose; subject: string },
  ): void {
    const { auditor, logger, store } = this.services;
    const write = async () => {
      const event = await auditor.createEvent({
        eventId,
        severityLevel: 'low',
        meta,
      });
      await event.success();
    };
    store.afterCommit(() => {
      write().catch(error =>
        logger.error(`${eventId} was not audited`, errorForLog(error)),
      );
    });
  }
}
