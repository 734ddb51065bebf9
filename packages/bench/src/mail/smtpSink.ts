import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes all mails, and keeps none. */
export interface SmtpSink {
  /** How many mails it took. */
  readonly taken: number;
  /** Begins to listen: before, nobody reaches it. */
  open(): Promise<void>;
  /**
   * Resolves at the end of the next mail to this address, with the time as
   * `performance.now` gives it.
   */
  nextTo(address: string): Promise<number>;
  close(): Promise<void>;
}

/** @param port - on the loopback interface */
export function createSmtpSink(port: number): SmtpSink {
  let taken = 0;
  const waiting = new Map<string, (time: number) => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 500,
    onData(stream, { envelope }, callback) {
      stream.resume();
      stream.once('end', () => {
        const time = performance.now();
        for (const { address } of envelope.rcptTo) {
          taken += 1;
          waiting.get(address)?.(time);
          waiting.delete(address);
        }
        callback();
      });
    },
  });
  // a client that goes away without a word
  server.on('error', () => {});
  return {
    get taken() {
      return taken;
    },
    async open() {
      const listening = once(server.server, 'listening');
      server.listen(port, '127.0.0.1');
      await listening;
    },
    nextTo: address =>
      new Promise(resolve => {
        waiting.set(address, resolve);
      }),
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}
