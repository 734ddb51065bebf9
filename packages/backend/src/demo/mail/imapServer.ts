import hoodiecrow from 'hoodiecrow-imap';
import type { Socket } from 'node:net';

/** A mail with its number in the mailbox. */
interface NumberedMail {
  readonly id: number;
  readonly raw: Buffer;
}

/**
 * The desk's mailbox, which the desk reads as it reads any other: by IMAP.
 *
 * @throws Error when the port is taken
 */
export async function startImapServer({
  port,
  user,
  password,
  mails,
}: {
  port: number;
  user: string;
  password: string;
  /** What is in it already. */
  mails: readonly NumberedMail[];
}) {
  const sockets = new Set<Socket>();
  const imap = hoodiecrow({
    plugins: ['IDLE', 'UIDPLUS', 'MOVE', 'UNSELECT', 'ID', 'ENABLE'],
    id: { name: 'demo' },
    storage: {
      INBOX: {
        // numbers hold for ever: they are those of the database
        uidvalidity: 1,
        messages: mails.map(({ id, raw }) => ({ uid: id, raw: latin1(raw) })),
      },
      '': { separator: '/', folders: {} },
    },
    users: { [user]: { password } },
  });
  imap.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // a client that goes away without a word
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve, reject) => {
    imap.server.once('error', reject);
    imap.listen(port, '127.0.0.1', resolve);
  });

  return {
    /** Later mails have higher numbers. */
    add({ id, raw }: NumberedMail): void {
      imap.getMailbox('INBOX').uidnext = id;
      imap.appendMessage('INBOX', [], false, latin1(raw));
    },
    stop: () =>
      new Promise<void>(resolve => {
        sockets.forEach(socket => socket.destroy());
        imap.server.close(() => resolve());
      }),
  };
}

/** One character for each byte, as the server wants it. */
function latin1(raw: Buffer): string {
  return raw.toString('latin1');
}
