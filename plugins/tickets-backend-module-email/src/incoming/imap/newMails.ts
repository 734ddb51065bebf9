import type { ImapFlow } from 'imapflow';
import type { ImapSettings } from '../../config/incomingSchema';
import type { MailboxPosition, MailboxStore } from '../store/MailboxStore';

/** A mail as a server gave it. */
export interface FetchedMail {
  /** Its beginning, where it is larger than is taken. */
  readonly raw: Buffer;
  /** All of it, in bytes. */
  readonly size: number;
  readonly position: MailboxPosition;
}

/** How many mails one command asks for. */
const CHUNK = 50;

/** As much of one that is too large as shows what it is, in bytes. */
const BEGINNING = 65_536;

interface Options {
  readonly mailbox: ImapSettings;
  readonly maxSize: number;
  readonly store: Pick<MailboxStore, 'progressOf' | 'beginMailbox' | 'skipTo'>;
}

/**
 * The mails that were not taken yet, one after the other in their order. Each is
 * to be kept, with its position, before the next one is asked for.
 *
 * @throws Error when the connection is gone, or the mailbox was made again while
 *   it was read
 */
export async function* newMails(
  client: ImapFlow,
  { mailbox, maxSize, store }: Options,
): AsyncGenerator<FetchedMail> {
  const { uidValidity, uidNext } = await present(client, mailbox.folder);
  const { lastUid, since } = await position(store, mailbox, {
    uidValidity,
    uidNext,
  });
  const uids = await uidsAfter(client, lastUid);
  for (let at = 0; at < uids.length; at += CHUNK) {
    const chunk = uids.slice(at, at + CHUNK);
    const taken: number[] = [];
    const fetching = client.fetch(
      chunk,
      { uid: true, size: true, internalDate: true },
      { uid: true },
    );
    const found = new Map<number, { size: number; at: Date | undefined }>();
    for await (const { uid, size, internalDate } of fetching) {
      found.set(uid, {
        size: size ?? 0,
        at: internalDate ? new Date(internalDate) : undefined,
      });
    }
    for (const uid of chunk) {
      const mail = found.get(uid);
      const here = { uidValidity, uid };
      if (!mail || (since && mail.at && mail.at < since)) {
        // deleted by a person, or older than the desk
        await store.skipTo(mailbox.id, here);
      } else {
        const raw = await sourceOf(client, uid, mail.size > maxSize);
        if (raw) {
          yield { raw, size: Math.max(mail.size, raw.length), position: here };
          taken.push(uid);
        }
      }
    }
    await putAway(client, mailbox, taken);
  }
}

/** One mail at a time is in memory. */
async function sourceOf(
  client: ImapFlow,
  uid: number,
  tooLarge: boolean,
): Promise<Buffer | undefined> {
  const mail = await client.fetchOne(
    String(uid),
    { source: tooLarge ? { maxLength: BEGINNING } : true },
    { uid: true },
  );
  return (mail && mail.source) || undefined;
}

/** How the mailbox is now: the server does not say unasked that it changed. */
async function present(client: ImapFlow, folder: string) {
  const status = await client.status(folder, {
    uidValidity: true,
    uidNext: true,
  });
  const { uidValidity, uidNext } = status || {};
  if (uidValidity === undefined || uidNext === undefined) {
    throw new Error(`the server does not say how far ${folder} is filled`);
  }
  const opened = client.mailbox ? client.mailbox.uidValidity : undefined;
  if (opened !== uidValidity) {
    throw new Error(`${folder} was made again; it is read from its beginning`);
  }
  return { uidValidity: String(uidValidity), uidNext };
}

/** @returns the last mail that was taken, and from when on mails are taken */
async function position(
  store: Options['store'],
  { id, begin }: ImapSettings,
  { uidValidity, uidNext }: { uidValidity: string; uidNext: number },
): Promise<{ lastUid: number; since?: Date }> {
  const before = await store.progressOf(id);
  if (before?.uidValidity === uidValidity) {
    return { lastUid: before.lastUid };
  }
  const lastUid = before || begin === 'all' ? 0 : uidNext - 1;
  await store.beginMailbox(id, { uidValidity, lastUid });
  return {
    lastUid,
    since: before && begin === 'new' ? before.beganAt : undefined,
  };
}

async function uidsAfter(client: ImapFlow, lastUid: number): Promise<number[]> {
  const found = await client.search({ uid: `${lastUid + 1}:*` }, { uid: true });
  if (!Array.isArray(found)) {
    throw new Error('the server does not say which mails there are');
  }
  // "*" is the last one, also where it was taken
  return found.filter(uid => uid > lastUid).sort((a, b) => a - b);
}

/** @throws Error when the server did nothing */
async function putAway(
  client: ImapFlow,
  { moveTo }: ImapSettings,
  uids: readonly number[],
): Promise<void> {
  if (uids.length === 0) {
    return;
  }
  if (moveTo === undefined) {
    await client.messageFlagsAdd([...uids], ['\\Seen'], { uid: true });
  } else if (!(await client.messageMove([...uids], moveTo, { uid: true }))) {
    throw new Error(`mails could not be moved to ${moveTo}; is there one?`);
  }
}
