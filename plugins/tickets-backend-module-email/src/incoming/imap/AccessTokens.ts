import { z } from 'zod';
import type { ImapSettings } from '../../config/incomingSchema';

const answerSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().optional(),
});

/** Milliseconds. */
const TIMEOUT = 15_000;
const BEFORE_ITS_END = 60_000;

/** Gets tokens for a mailbox, and uses each until shortly before its end. */
export class AccessTokens {
  #token: string | undefined;
  #until = 0;

  constructor(
    private readonly settings: NonNullable<ImapSettings['oauth2']>,
    private readonly clock: () => Date,
  ) {}

  /** @throws Error when none is given */
  async get(): Promise<string> {
    const now = this.clock().getTime();
    if (this.#token === undefined || now >= this.#until) {
      const answer = await this.#ask();
      this.#token = answer.access_token;
      this.#until = now + (answer.expires_in ?? 0) * 1_000 - BEFORE_ITS_END;
    }
    return this.#token;
  }

  /** After a server did not accept it. */
  forget(): void {
    this.#token = undefined;
  }

  async #ask() {
    const { tokenUrl, clientId, clientSecret, refreshToken, scope } =
      this.settings;
    const response = await fetch(tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: clientId,
        client_secret: clientSecret,
        ...(refreshToken
          ? { grant_type: 'refresh_token', refresh_token: refreshToken }
          : { grant_type: 'client_credentials' }),
        ...(scope && { scope }),
      }),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (!response.ok) {
      throw new Error(`${tokenUrl} answered with ${response.status}`);
    }
    return answerSchema.parse(await response.json());
  }
}
