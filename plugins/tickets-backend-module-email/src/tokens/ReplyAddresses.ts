import type { MailTokens, TokenOwner } from './MailTokens';
import { TOKEN_LENGTH } from './MailTokens';

/** What stands in the configured address in place of the token. */
export const TOKEN = '{token}';

/**
 * Addresses at which a person answers to a ticket. Only their own mails contain
 * them; whoever writes to one from the person's address is that person.
 */
export class ReplyAddresses {
  readonly #form: RegExp;

  /**
   * @param template - such as `desk+{token}@example.com`
   */
  constructor(
    private readonly tokens: Pick<MailTokens, 'tokenFor' | 'ownerOf'>,
    private readonly template: string,
  ) {
    const [before, after] = template.split(TOKEN).map(escapeRegExp);
    this.#form = new RegExp(
      `^${before}([a-z2-7]{${TOKEN_LENGTH}})${after}$`,
      'i',
    );
  }

  async addressFor(owner: TokenOwner): Promise<string> {
    const token = await this.tokens.tokenFor('reply', owner);
    return this.template.replace(TOKEN, token);
  }

  /** Whose the first reply address among these is. */
  async ownerOf(addresses: readonly string[]): Promise<TokenOwner | undefined> {
    for (const address of addresses) {
      const token = this.#form.exec(address)?.[1];
      const owner = token && (await this.tokens.ownerOf('reply', token));
      if (owner) {
        return owner;
      }
    }
    return undefined;
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
