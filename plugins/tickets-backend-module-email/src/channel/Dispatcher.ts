import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SendMailOptions } from 'nodemailer';
import { ChannelUnavailableError } from '@portaldesk/plugin-tickets-node';
import createLimit from 'p-limit';
import { isOfOneMail, isRefusal } from '../mail/isRefusal';
import type { MailStore, NewMail } from '../store/MailStore';

/**
 * For how long no mail is tried once the mail server cannot be reached, in
 * milliseconds: who waits for a turn learns of it before their time is over.
 */
const AWAY = 3_000;

/** A mail that is on its way, and how its text is made. */
export interface OutgoingMail {
  readonly mail: NewMail;
  /** Whether a process began to send it before, who may still be about it. */
  readonly repeated: boolean;
  readonly compose: () => SendMailOptions;
}

interface DispatcherOptions {
  readonly send: (mail: SendMailOptions) => Promise<unknown>;
  /** Whether the mail server can be reached at all; absent where nobody knows. */
  readonly isReachable?: () => Promise<boolean>;
  readonly store: Pick<MailStore, 'record' | 'isSettled'>;
  readonly logger: LoggerService;
  /** How many mails are sent at the same time. */
  readonly concurrencyLimit: number;
}

/** Sends mails, and records what became of each. */
export class Dispatcher {
  readonly #limit: ReturnType<typeof createLimit>;
  /**
   * What is being sent, by the identifiers of the mails. Who gave up waiting
   * for a slow server and comes again waits for the same attempt.
   */
  readonly #underWay = new Map<string, Promise<Error | undefined>>();

  #outage: { readonly cause: Error; readonly until: number } | undefined;

  constructor(private readonly options: DispatcherOptions) {
    this.#limit = createLimit(options.concurrencyLimit);
  }

  /**
   * Sends mails until all are sent or refused for good.
   *
   * @param signal - begins no further ones when it is aborted
   * @throws Error when some could not be sent so far; the others are not to be
   *   sent again
   * @throws ChannelUnavailableError when that is so since no mail can be sent now
   */
  async sendAll(
    mails: readonly OutgoingMail[],
    signal: AbortSignal,
  ): Promise<void> {
    const failures = await Promise.all(
      mails.map(mail =>
        this.#limit(async () =>
          signal.aborted ? undefined : (this.#away() ?? this.#sendOnce(mail)),
        ),
      ),
    );
    signal.throwIfAborted();
    const causes = failures.filter(failure => failure !== undefined);
    if (causes.length > 0) {
      const text = `${causes.length} of ${mails.length} mails could not be sent: ${causes[0].message}`;
      throw causes.some(cause => cause instanceof ChannelUnavailableError)
        ? new ChannelUnavailableError(text)
        : new Error(text);
    }
  }

  /** Why no mail is tried now. */
  #away(): Error | undefined {
    const { cause, until = 0 } = this.#outage ?? {};
    return performance.now() < until ? cause : undefined;
  }

  #sendOnce(outgoing: OutgoingMail): Promise<Error | undefined> {
    const { messageId } = outgoing.mail;
    const known = this.#underWay.get(messageId);
    if (known) {
      return known;
    }
    const sending = this.#send(outgoing).finally(() =>
      this.#underWay.delete(messageId),
    );
    this.#underWay.set(messageId, sending);
    return sending;
  }

  /** @returns why it has to be tried again */
  async #send({
    mail,
    repeated,
    compose,
  }: OutgoingMail): Promise<Error | undefined> {
    const { send, store, logger } = this.options;
    // while it waited for its turn, it may have come to its end elsewhere
    if (repeated && (await store.isSettled(mail))) {
      return undefined;
    }
    try {
      await send(compose());
    } catch (error) {
      const cause = error instanceof Error ? error : new Error(String(error));
      const refused = isRefusal(cause);
      await store.record(mail, refused ? 'refused' : 'failed', cause.message);
      if (refused) {
        logger.warn(
          `The mail ${mail.messageId} was refused for good: ${cause.message}`,
        );
      }
      return refused ? undefined : this.#causeOf(cause);
    }
    await store.record(mail, 'sent');
    return undefined;
  }

  /**
   * Whether it is this mail, or none can be sent. It is asked for, since a mail
   * after which the server breaks off looks the same, and would stop all others.
   */
  async #causeOf(cause: Error): Promise<Error> {
    const { isReachable } = this.options;
    if (isOfOneMail(cause) || !isReachable || (await isReachable())) {
      return cause;
    }
    this.#outage = {
      cause: new ChannelUnavailableError(cause.message),
      until: performance.now() + AWAY,
    };
    return this.#outage.cause;
  }
}
