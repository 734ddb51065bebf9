/** Where the content of a file can be. */
export type StorageType = 'database' | 'file-system' | 's3';

/** Where the content of one file is. */
export interface BlobLocation {
  readonly storage: StorageType;
  /** Random. */
  readonly storageKey: string;
}

/** An uploaded file; without a ticket and a message while not yet attached. */
export interface StoredFile extends BlobLocation {
  readonly id: string;
  readonly ticketId: string | null;
  readonly messageId: string | null;
  readonly name: string;
  readonly mediaType: string;
  /** Of a text; null where it is unknown, as of files of older versions. */
  readonly charset: string | null;
  /** In bytes. */
  readonly size: number;
  /** Of its content, in hexadecimal. */
  readonly sha256: string;
  readonly uploadedBy: string;
  readonly createdAt: Date;
}

/** The unattached uploads of a person. */
export interface UnattachedUploads {
  /** Those that are on their way are counted. */
  readonly count: number;
  /** Of those that arrived. */
  readonly bytes: number;
}

/**
 * What the desk remembers of files. A file is loose until it is attached to a
 * message. Whatever lies in a storage has its row here, of a file or of a
 * leftover, from before it is written until after it is removed.
 */
export interface FileStore {
  /** Keeps others from counting the loose files of a person until the transaction ends. */
  lockUploads(person: string): Promise<void>;
  unattachedUploads(person: string): Promise<UnattachedUploads>;
  /** Remembers a place that is about to be written to. */
  reserve(location: BlobLocation, person: string, at: Date): Promise<void>;
  /**
   * Remembers a file whose content is written.
   *
   * @returns false when its place is reserved no more
   */
  insert(file: StoredFile): Promise<boolean>;
  /** Gives a reserved place up; its content waits for removal. */
  release(location: BlobLocation): Promise<void>;

  find(id: string): Promise<StoredFile | undefined>;
  /** The files of messages, by id of the message, in the order of uploading. */
  ofMessages(messageIds: readonly string[]): Promise<Map<string, StoredFile[]>>;
  /** Bytes of all files of a ticket. */
  bytesOfTicket(ticketId: string): Promise<number>;

  /** Those of the files that are loose and this person's, held until the transaction ends. */
  lockUnattached(ids: readonly string[], person: string): Promise<StoredFile[]>;
  attach(
    ids: readonly string[],
    ticketId: string,
    messageId: string,
  ): Promise<void>;

  /**
   * Forgets a loose file of a person; its content waits for removal.
   *
   * @returns where that is; undefined when there is no such file
   */
  discard(
    id: string,
    person: string,
    at: Date,
  ): Promise<BlobLocation | undefined>;
  /**
   * Forgets the files of a ticket; their content waits for removal.
   *
   * @returns where that is
   */
  orphanFilesOfTicket(ticketId: string, at: Date): Promise<BlobLocation[]>;
  /**
   * Forgets loose files that were uploaded before an instant.
   *
   * @returns how many, at most `limit`
   */
  expire(before: Date, limit: number, at: Date): Promise<number>;

  /**
   * Contents that wait for removal, in order of their keys, and those whose
   * upload began before an instant, which cannot be completed from then on.
   */
  orphanedBlobs(page: {
    readonly begunBefore: Date;
    readonly after?: string;
    readonly limit: number;
  }): Promise<BlobLocation[]>;
  /** Forgets a content that was removed. */
  forget(location: BlobLocation): Promise<void>;

  insertChunk(key: string, position: number, bytes: Buffer): Promise<void>;
  findChunk(key: string, position: number): Promise<Buffer | undefined>;
  deleteChunks(key: string): Promise<void>;
}
