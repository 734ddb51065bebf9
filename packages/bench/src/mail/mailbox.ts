import { once } from 'node:events';
import { type Socket, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { Trouble } from '../tools';

/** Who may read the mailbox; it is on this machine, and there is no other. */
export const MAILBOX_USER = 'desk';

/** A mailbox that is read by IMAP. */
export interface Mailbox {
  /** Fills it with so many mails at once, and tells who waits for them. */
  fill(count: number): void;
  close(): Promise<void>;
}

/**
 * A mailbox that is read by IMAP, with mails that are made when they are asked
 * for: a server that costs little, so that the one who reads is measured. It
 * knows only what the collector of the desk asks for.
 *
 * @param port - on the loopback interface
 * @param mailAt - the mail with a number from 1 on
 */
export async function startMailbox(
  port: number,
  mailAt: (uid: number) => Buffer,
): Promise<Mailbox> {
  let count = 0;
  const sockets = new Set<Socket>();
  const idle = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      idle.delete(socket);
    });
    socket.on('error', () => {});
    socket.write('* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n');
    let idleTag = '';
    createInterface({ input: socket }).on('line', line => {
      const [tag, ...words] = line.split(' ');
      if (tag.toUpperCase() === 'DONE') {
        idle.delete(socket);
        socket.write(`${idleTag} OK done\r\n`);
        return;
      }
      const command = words.join(' ');
      if (/^IDLE$/i.test(command)) {
        idleTag = tag;
        idle.add(socket);
        socket.write('+ idling\r\n');
        return;
      }
      answer(command, { count, mailAt, write: data => socket.write(data) });
      socket.write(`${tag} OK done\r\n`);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    fill(mails) {
      count = mails;
      idle.forEach(socket => socket.write(`* ${count} EXISTS\r\n`));
    },
    async close() {
      sockets.forEach(socket => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}

interface State {
  readonly count: number;
  readonly mailAt: (uid: number) => Buffer;
  readonly write: (data: string | Buffer) => void;
}

/** Writes what comes before the line that ends the answer to a command. */
function answer(command: string, { count, mailAt, write }: State): void {
  const [name] = /^(UID )?\w+/i.exec(command) ?? [''];
  const say = (line: string) => write(`* ${line}\r\n`);
  switch (name.toUpperCase()) {
    case 'CAPABILITY':
      say('CAPABILITY IMAP4rev1 IDLE');
      break;
    case 'LIST':
    case 'LSUB':
      say(`${name} () "/" INBOX`);
      break;
    case 'SELECT':
      say('FLAGS (\\Seen)');
      say(`${count} EXISTS`);
      say('OK [UIDVALIDITY 1] valid');
      say(`OK [UIDNEXT ${count + 1}] next`);
      break;
    case 'STATUS':
      say(`STATUS INBOX (UIDNEXT ${count + 1} UIDVALIDITY 1)`);
      break;
    case 'UID SEARCH': {
      const [, from] = /UID (\d+):\*/i.exec(command) ?? ['', '1'];
      say(['SEARCH', ...numbers(Number(from), count)].join(' '));
      break;
    }
    case 'UID FETCH':
      for (const uid of uidsIn(command)) {
        const mail = mailAt(uid);
        if (/BODY\.PEEK\[\]/i.test(command)) {
          write(`* ${uid} FETCH (UID ${uid} BODY[] {${mail.length}}\r\n`);
          write(mail);
          write(')\r\n');
        } else {
          say(
            `${uid} FETCH (UID ${uid} RFC822.SIZE ${mail.length} INTERNALDATE "01-Dec-2026 08:00:00 +0000")`,
          );
        }
      }
      break;
    case 'LOGIN':
    case 'LOGOUT':
    case 'NOOP':
    case 'UID STORE':
      break;
    default:
      throw new Trouble(`The mailbox does not know ${name}.`);
  }
}

function uidsIn(command: string): number[] {
  const [, set] = /FETCH (\S+)/i.exec(command) ?? ['', ''];
  return set.split(',').flatMap(range => {
    const [from, to = from] = range.split(':').map(Number);
    return numbers(from, to);
  });
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
