import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail that the server took, or had read to its end before it died. */
export interface ReceivedMail {
  /** As the envelope says. */
  readonly to: string;
  readonly raw: string;
  readonly parsed: ParsedMail;
}

type Death = 'in the middle' | 'after the end';

/** An SMTP server that keeps what it is sent, and fails as it is told. */
export async function startMailServer() {
  const received: ReceivedMail[] = [];
  const refusals = new Map<string, number>();
  const deaths: Death[] = [];
  let held: Promise<void> | undefined;
  let choking: string | undefined;
  let server: SMTPServer;

  const options: SMTPServerOptions = {
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      const code = refusals.get(address.toLowerCase());
      callback(
        code === undefined
          ? null
          : Object.assign(new Error('refused'), { responseCode: code }),
      );
    },
    async onData(stream, session, callback) {
      const die = () =>
        server.connections.forEach(connection => {
          if (connection.id === session.id) {
            connection.close();
          }
        });
      const death = deaths.shift();
      if (death === 'in the middle') {
        stream.resume();
        die();
        return;
      }
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of stream) {
          chunks.push(chunk as Buffer);
        }
      } catch {
        // the client died
        return;
      }
      const raw = Buffer.concat(chunks);
      const parsed = await simpleParser(raw);
      await held;
      if (choking !== undefined && parsed.subject?.includes(choking)) {
        die();
        return;
      }
      for (const { address } of session.envelope.rcptTo) {
        received.push({ to: address, raw: raw.toString(), parsed });
      }
      if (death === 'after the end') {
        die();
        return;
      }
      callback();
    },
  };
  // one that was closed takes no connections any more
  const listen = (at: number) =>
    new Promise<void>(resolve => {
      server = new SMTPServer(options);
      server.on('error', () => {
        // the client sees it
      });
      server.listen(at, '127.0.0.1', () => resolve());
    });
  const stop = () =>
    new Promise<void>(resolve => server.close(() => resolve()));
  await listen(0);
  const { port } = server!.server.address() as AddressInfo;

  return {
    received,
    /** Answers each recipient in the envelope with this code from now on. */
    refuse: (address: string, code: number) => refusals.set(address, code),
    accept: (address: string) => refusals.delete(address),
    /** Has the connections of the next mails die. */
    dieWith: (...next: Death[]) => deaths.push(...next),
    /** Breaks off at each mail with this in its subject. */
    chokeOn: (text: string) => {
      choking = text;
    },
    /** Takes no mail to its end until what is returned is called. */
    hold: () => {
      let release = () => {};
      held = new Promise(resolve => {
        release = resolve;
      });
      return () => release();
    },
    transportConfig: {
      transport: 'smtp' as const,
      hostname: '127.0.0.1',
      port,
    },
    /** Comes back after it was stopped. */
    start: () => listen(port),
    stop,
  };
}

export type MailServer = Awaited<ReturnType<typeof startMailServer>>;
