import { type Transporter, createTransport as create } from 'nodemailer';
import type { EmailConfig } from '../config/readEmailConfig';

/*
 * Less than the desk waits for a delivery, so that a server that does not
 * answer is no riddle: a mail is tried twice, and then the server is asked
 * whether it is there at all. In milliseconds.
 */
const CONNECTION_TIMEOUT = 7_000;
const SOCKET_TIMEOUT = 20_000;

/** What hands mails over to the mail server. */
export function createTransport({
  transportConfig,
  concurrencyLimit,
}: Pick<EmailConfig, 'transportConfig' | 'concurrencyLimit'>): Transporter {
  if (transportConfig.transport === 'sendmail') {
    return create({ sendmail: true, path: transportConfig.path });
  }
  const { hostname, port, secure, requireTls, username, password } =
    transportConfig;
  return create({
    pool: true,
    host: hostname,
    port,
    secure,
    requireTLS: requireTls,
    auth: username ? { user: username, pass: password ?? '' } : undefined,
    maxConnections: concurrencyLimit,
    // once, for a server that closes a connection which it had kept for long
    maxRequeues: 1,
    connectionTimeout: CONNECTION_TIMEOUT,
    greetingTimeout: CONNECTION_TIMEOUT,
    socketTimeout: SOCKET_TIMEOUT,
  });
}

/**
 * Asks whether mails can be sent at all: whether the mail server is there and lets
 * the desk in. Undefined for a program, which cannot be asked.
 */
export function reachability(
  { transportConfig }: Pick<EmailConfig, 'transportConfig'>,
  transport: Transporter,
): (() => Promise<boolean>) | undefined {
  return transportConfig.transport === 'smtp'
    ? () =>
        transport.verify().then(
          () => true,
          () => false,
        )
    : undefined;
}
