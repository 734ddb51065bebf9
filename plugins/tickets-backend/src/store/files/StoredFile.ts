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
