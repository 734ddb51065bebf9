declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  export interface ImapFolder {
    uidvalidity: number;
    uidnext: number;
    messages: { uid: number; raw: string; flags: string[] }[];
  }

  export interface ImapTestServer {
    readonly server: Server;
    listen(port: number, ready: () => void): void;
    listen(port: number, host: string, ready: () => void): void;
    close(done: () => void): void;
    getMailbox(path: string): ImapFolder;
    /** @param raw - one character for each byte */
    appendMessage(
      path: string,
      flags: string[],
      internalDate: string | Date | false,
      raw: string,
    ): unknown;
  }

  export default function hoodiecrow(options: object): ImapTestServer;
}
