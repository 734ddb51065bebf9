import type { MailTokens } from '../tokens/MailTokens';
import type { ReplyAddresses } from '../tokens/ReplyAddresses';
import type { MailRecipient } from './mailRecipients';

interface AnswerAddressesOptions {
  readonly tokens: Pick<MailTokens, 'tokenFor'>;
  /** Undefined where answers do not come to addresses of one's own. */
  readonly replyAddresses: Pick<ReplyAddresses, 'addressFor'> | undefined;
  /** Where people mute a ticket by a token, without a slash at its end. */
  readonly muteUrl: string;
}

/** What of a mail is its recipient's own. */
export class AnswerAddresses {
  constructor(private readonly options: AnswerAddressesOptions) {}

  async of(
    ticketId: string,
    { refs, address, seesInternal }: MailRecipient,
  ): Promise<{ replyAddress?: string; muteUrl?: string }> {
    const { tokens, replyAddresses, muteUrl } = this.options;
    const [ref, ...others] = refs;
    // nobody alone reads a shared address
    const isPerson = others.length === 0 && ref.startsWith('user:');
    const owner = {
      ticketId,
      userRef: isPerson ? ref : '',
      address: address.toLowerCase(),
    };
    return {
      replyAddress: isPerson
        ? await replyAddresses?.addressFor(owner)
        : undefined,
      // work is not muted
      muteUrl: seesInternal
        ? undefined
        : `${muteUrl}/${await tokens.tokenFor('mute', owner)}`,
    };
  }
}
