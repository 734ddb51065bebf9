import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ImapFlow } from 'imapflow';
import type { ImapSettings } from '../../config/incomingSchema';
import { identify } from '../mime/identify';
import type { IncomingStore } from '../store/IncomingStore';
import type { Leases } from '../store/Leases';
import type { MailboxStore } from '../store/MailboxStore';
import { AccessTokens } from './AccessTokens';
import { newMails } from './newMails';

/** Milliseconds. */
const CONNECTION_TIMEOUT = 15_000;
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 300_000;

interface CollectorOptions {
  readonly mailbox: ImapSettings;
  /** In bytes. */
  readonly maxSize: number;
  readonly store: Pick<IncomingStore, 'receive'>;
  readonly progress: Pick<
    MailboxStore,
    'progressOf' | 'beginMailbox' | 'skipTo'
  >;
  readonly leases: Pick<Leases, 'hold' | 'release'>;
  readonly logger: LoggerService;
  readonly clock: () => Date;
  /** Called when there is something to take in. */
  readonly received: () => void;
  readonly signal: AbortSignal;
}

/**
 * Fetches the mails of a mailbox. One backend does it, and another one when that
 * dies; what is fetched twice has one effect.
 */
export class Collector {
  readonly #tokens: AccessTokens | undefined;
  readonly #lease: string;
  /** Until the next attempt to connect. */
  #pause = FIRST_PAUSE;

  constructor(private readonly options: CollectorOptions) {
    const { oauth2, id } = options.mailbox;
    this.#tokens = oauth2 && new AccessTokens(oauth2, options.clock);
    this.#lease = `mailbox:${id}`;
  }

  /** Runs until the backend stops. */
  async run(): Promise<void> {
    const { signal, logger, mailbox, leases } = this.options;
    while (!signal.aborted) {
      try {
        if (await this.#hold()) {
          await this.#session();
        }
      } catch (error) {
        if (!signal.aborted) {
          logger.warn(
            `Mails of ${mailbox.id} cannot be read now: ${describe(error)}`,
          );
        }
        if (
          (error as { authenticationFailed?: boolean }).authenticationFailed
        ) {
          this.#tokens?.forget();
        }
      }
      await sleep(this.#pause, undefined, { signal }).catch(() => {});
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    }
    await leases.release(this.#lease).catch(() => {});
  }

  /** Longer than it is waited for new mails. */
  #hold(): Promise<boolean> {
    const { leases, mailbox } = this.options;
    return leases.hold(this.#lease, mailbox.pollInterval * 1_000 + 120_000);
  }

  async #connect(): Promise<ImapFlow> {
    const { hostname, port, secure, requireTls, username, password } =
      this.options.mailbox;
    return new ImapFlow({
      host: hostname,
      port: port ?? (secure ? 993 : 143),
      secure,
      ...(!secure && requireTls && { doSTARTTLS: true }),
      auth: this.#tokens
        ? { user: username, accessToken: await this.#tokens.get() }
        : { user: username, pass: password ?? '' },
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: CONNECTION_TIMEOUT,
      greetingTimeout: CONNECTION_TIMEOUT,
    });
  }

  async #session(): Promise<void> {
    const { mailbox, signal } = this.options;
    const client = await this.#connect();
    // what ends a connection also ends the command that waits
    client.on('error', () => {});
    const stop = () => client.close();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await client.connect();
      await client.mailboxOpen(mailbox.folder);
      while (!signal.aborted && (await this.#hold())) {
        await this.#takeNew(client);
        this.#pause = FIRST_PAUSE;
        await this.#wait(client);
      }
    } finally {
      signal.removeEventListener('abort', stop);
      client.close();
    }
  }

  async #takeNew(client: ImapFlow): Promise<void> {
    const { mailbox, maxSize, store, progress, received } = this.options;
    for await (const mail of newMails(client, {
      mailbox,
      maxSize,
      store: progress,
    })) {
      const { known } = await store.receive(
        { ...identify(mail.raw), mailbox: mailbox.id, raw: mail.raw },
        { size: mail.size, position: mail.position },
      );
      if (!known) {
        received();
      }
      await this.#hold();
    }
  }

  /**
   * Until the server tells of something, or it is time to look.
   *
   * @throws Error when the connection is gone, which looks like no new mail
   */
  async #wait(client: ImapFlow): Promise<void> {
    const { mailbox, signal } = this.options;
    const woken = new AbortController();
    const wake = () => woken.abort();
    client.on('exists', wake);
    client.on('close', wake);
    const idling = client.capabilities.has('IDLE')
      ? client.idle().then(() => {}, wake)
      : undefined;
    await sleep(mailbox.pollInterval * 1_000, undefined, {
      signal: AbortSignal.any([signal, woken.signal]),
    }).catch(() => {});
    client.off('exists', wake);
    client.off('close', wake);
    if (signal.aborted) {
      return;
    }
    // ends IDLE, and fails on a connection that is dead
    await client.noop();
    await idling;
    if (!client.usable) {
      throw new Error('the connection is gone');
    }
  }
}

function describe(error: unknown): string {
  const { message, responseText } = error as {
    message?: string;
    responseText?: string;
  };
  return [message ?? String(error), responseText].filter(Boolean).join(': ');
}
