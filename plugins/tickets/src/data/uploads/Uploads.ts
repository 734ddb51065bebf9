import type { TicketsApi } from '@portaldesk/plugin-tickets-common';
import type { Upload } from './upload';
import {
  refusalOf,
  uploadFailureOf,
  type UploadLimits,
} from './uploadFailure';
import { restore, store } from './uploadStorage';

/** How many files are sent at a time. */
const AT_A_TIME = 3;

/**
 * The files of one draft. They outlive the screen that shows them, and a reload
 * once they are uploaded.
 */
export class Uploads {
  readonly #listeners = new Set<() => void>();
  readonly #sending = new Map<string, AbortController>();
  #restored: boolean;
  #limits: UploadLimits = { maxFileSize: Infinity, maxFilesPerMessage: Infinity };
  #items: readonly Upload[];
  #keys = 0;

  /** @param name - of the draft */
  constructor(
    private readonly ticketsApi: Pick<TicketsApi, 'uploadFile' | 'discardFile'>,
    private readonly name: string,
  ) {
    this.#items = restore(name).map(attachment => ({
      key: this.#nextKey(),
      name: attachment.name,
      size: attachment.size,
      state: 'uploaded',
      attachment,
    }));
    this.#restored = this.#items.length > 0;
  }

  /** Whether there are files that were there when the page opened. */
  get restored(): boolean {
    return this.#restored;
  }

  /** The files in the order in which they were added; the same until one changes. */
  readonly items = (): readonly Upload[] => this.#items;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** What the desk accepts; to be set again when its configuration changes. */
  setLimits(limits: UploadLimits): void {
    this.#limits = limits;
  }

  /** Begins to upload files. What the desk would refuse is refused at once. */
  readonly add = (files: readonly File[]): void => {
    for (const file of files) {
      const upload: Upload = {
        key: this.#nextKey(),
        name: file.name.normalize('NFC'),
        size: file.size,
        state: 'waiting',
        file,
      };
      const failure = refusalOf(file, this.#counted, this.#limits);
      this.#append(failure ? { ...upload, state: 'failed', failure } : upload);
    }
    this.#sendNext();
  };

  /** Says of a folder that it cannot be attached. */
  readonly refuseFolder = (name: string): void => {
    this.#append({ key: this.#nextKey(), name, size: 0, ...failed('folder') });
  };

  /** Uploads a file again that failed. */
  readonly retry = (key: string): void => {
    if (this.#counted >= this.#limits.maxFilesPerMessage) {
      this.#update(key, failed('too-many-in-message'));
      return;
    }
    this.#update(key, {
      state: 'waiting',
      failure: undefined,
      attachment: undefined,
      progress: undefined,
    });
    this.#sendNext();
  };

  /** Takes a file out, whether it is on its way or there. */
  readonly remove = (key: string): void => {
    const upload = this.#items.find(item => item.key === key);
    this.#sending.get(key)?.abort();
    this.#set(this.#items.filter(item => item !== upload));
    if (upload?.state === 'uploaded' && upload.attachment) {
      this.#discard(upload.attachment.id);
    }
    this.#sendNext();
  };

  /** Takes all files out. */
  readonly removeAll = (): void => {
    this.#restored = false;
    this.#items.forEach(({ key }) => this.remove(key));
  };

  /** Forgets these files, which belong to a message now; and what failed. */
  readonly forget = (attachmentIds: readonly string[]): void => {
    this.#restored = false;
    this.#set(
      this.#items.filter(
        ({ attachment, state }) =>
          state !== 'failed' &&
          !(attachment && attachmentIds.includes(attachment.id)),
      ),
    );
  };

  /** Says of files that the desk no longer has them. */
  readonly markGone = (attachmentIds: readonly string[]): void => {
    for (const { key, attachment } of this.#items) {
      if (attachment && attachmentIds.includes(attachment.id)) {
        this.#update(key, { ...failed('gone'), attachment: undefined });
      }
    }
  };

  #sendNext(): void {
    const next = this.#items.find(({ state }) => state === 'waiting');
    if (next && this.#sending.size < AT_A_TIME) {
      void this.#send(next);
      this.#sendNext();
    }
  }

  async #send({ key, name, size, file }: Upload): Promise<void> {
    if (!file) {
      return;
    }
    const abort = new AbortController();
    this.#sending.set(key, abort);
    this.#update(key, { state: 'sending' });
    try {
      const attachment = await this.ticketsApi.uploadFile(
        { name, content: file },
        {
          signal: abort.signal,
          onProgress: progress => this.#update(key, { progress }),
        },
      );
      if (abort.signal.aborted) {
        // taken out while the answer was on its way
        this.#discard(attachment.id);
      } else {
        // the desk may have cleaned the name
        this.#update(key, {
          state: 'uploaded',
          name: attachment.name,
          attachment,
        });
      }
    } catch (error) {
      this.#update(key, {
        state: 'failed',
        failure: uploadFailureOf(error, size, this.#limits.maxFileSize),
      });
    } finally {
      this.#sending.delete(key);
      this.#sendNext();
    }
  }

  /** What cannot be discarded now, the desk discards after a day. */
  #discard(id: string): void {
    this.ticketsApi.discardFile(id).catch(() => {});
  }

  /** What failed takes no place, unless it is tried again. */
  get #counted(): number {
    return this.#items.filter(({ state }) => state !== 'failed').length;
  }

  #append(upload: Upload): void {
    this.#set([...this.#items, upload]);
  }

  #update(key: string, part: Partial<Upload>): void {
    if (this.#items.some(item => item.key === key)) {
      this.#set(
        this.#items.map(item =>
          item.key === key ? { ...item, ...part } : item,
        ),
      );
    }
  }

  #set(items: readonly Upload[]): void {
    this.#items = items;
    store(this.name, items);
    this.#listeners.forEach(listener => listener());
  }

  #nextKey(): string {
    this.#keys += 1;
    return String(this.#keys);
  }
}

function failed(
  reason: NonNullable<Upload['failure']>['reason'],
): Pick<Upload, 'state' | 'failure'> {
  return { state: 'failed', failure: { reason } };
}
