import { SMTPServer } from 'smtp-server';

/** In bytes, as much as the desk takes in. */
const MAX_SIZE = 25_000_000;

/**
 * Takes mails from programs of this machine.
 *
 * @throws Error when the port is taken
 */
export async function startSmtpServer({
  port,
  receive,
}: {
  port: number;
  receive: (recipients: string[], raw: Buffer) => Promise<void>;
}) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: MAX_SIZE,
    closeTimeout: 1_000,
    async onData(stream, { envelope }, callback) {
      try {
        const chunks: Buffer[] = [];
        let size = 0;
        for await (const chunk of stream) {
          size += (chunk as Buffer).length;
          // the rest is read, since the client answers only after its end
          if (size <= MAX_SIZE) chunks.push(chunk as Buffer);
        }
        if (size > MAX_SIZE) {
          throw Object.assign(new Error('The mail is too large'), {
            responseCode: 552,
          });
        }
        await receive(
          envelope.rcptTo.map(({ address }) => address),
          Buffer.concat(chunks),
        );
        callback();
      } catch (error) {
        callback(error as Error);
      }
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  // a client that goes away without a word
  server.on('error', () => {});
  return {
    stop: () => new Promise<void>(resolve => server.close(() => resolve())),
  };
}
