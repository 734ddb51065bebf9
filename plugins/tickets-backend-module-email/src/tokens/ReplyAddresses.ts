import type { MailTokens, TokenOwner } from './MailTokens';
import { TOKEN_LENGTH } from './MailTokens';

/** What stands in the configured address in place of the token. */
export const TOKEN = '{token}';

/** Of how many it is asked whose they are. */
const MAX_ADDRESSES = 20;

/**
 * Addresses at which a person answers to a ticket. Only their own mails contain
 * them; a sender who writes to one from the person's address is that person.
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

  /**
   * Whose the reply address among these is; of several, that of the sender, since
   * an answer to all goes to the addresses of others as well.
   */
  async ownerOf(
    addresses: readonly string[],
    sender: string | undefined,
  ): Promise<TokenOwner | undefined> {
    const tokens = addresses.flatMap(it => this.#form.exec(it)?.[1] ?? []);
    let first: TokenOwner | undefined;
    for (const token of [...new Set(tokens)].slice(0, MAX_ADDRESSES)) {
      const owner = await this.tokens.ownerOf('reply', token);
      if (owner?.address === sender) {
        return owner;
      }
      first ??= owner;
    }
    return first;
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
