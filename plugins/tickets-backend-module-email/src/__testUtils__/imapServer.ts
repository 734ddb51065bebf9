import type { AddressInfo, Socket } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { eventually } from './eventually';

/** An IMAP server with mailboxes that each have a user of their own name. */
export async function startImapServer() {
  const sockets = new Set<Socket>();
  const server = hoodiecrow({
    plugins: [
      'IDLE',
      'UIDPLUS',
      'MOVE',
      'UNSELECT',
      'ID',
      'ENABLE',
      'SASL-IR',
      'AUTH-PLAIN',
      'XOAUTH2',
      'LITERALPLUS',
      'NAMESPACE',
    ],
    id: { name: 'test' },
    storage: {
      INBOX: { messages: [] },
      '': { separator: '/', folders: { Taken: {}, Second: {} } },
    },
    users: {
      desk: {
        password: 'secret',
        xoauth2: { accessToken: 'fresh-token', sessionTimeout: 3_600_000 },
      },
    },
  });
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  await new Promise<void>(resolve => {
    server.listen(0, resolve);
  });
  const { port } = server.server.address() as AddressInfo;

  return {
    /** What a mailbox is configured with, beside its id. */
    settings: {
      type: 'imap' as const,
      hostname: '127.0.0.1',
      port,
      secure: false,
      requireTls: false,
      username: 'desk',
      password: 'secret',
      pollInterval: 1,
    },
    deliver: (mail: string | Buffer, folder = 'INBOX') =>
      void server.appendMessage(
        folder,
        [],
        false,
        Buffer.from(mail).toString('latin1'),
      ),
    folder: (path: string) => server.getMailbox(path),
    /** Ends all connections without a word. */
    cut: () => sockets.forEach(socket => socket.destroy()),
    /** Waits until so many mailboxes are read. */
    connected: (count: number) =>
      eventually(() => expect(sockets.size).toBe(count)),
    stop: async () => {
      sockets.forEach(socket => socket.destroy());
      await new Promise<void>(resolve => {
        server.close(resolve);
      });
    },
  };
}

export type ImapServer = Awaited<ReturnType<typeof startImapServer>>;
