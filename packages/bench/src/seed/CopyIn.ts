/** The part of the driver's connection that COPY needs. */
interface CopyConnection {
  query(sql: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** A client of the driver for PostgreSQL, which runs what submits itself. */
export interface CopyClient {
  query(submittable: CopyIn): void;
}

/**
 * Sends rows to PostgreSQL by `COPY … FROM STDIN`, which the driver knows how
 * to carry but has no call for.
 */
export class CopyIn {
  readonly done: Promise<void>;
  #resolve: () => void = () => {};
  #reject: (error: Error) => void = () => {};
  #failure: Error | undefined;

  constructor(
    private readonly statement: string,
    private readonly rows: string,
  ) {
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: CopyConnection): void {
    connection.query(this.statement);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(Buffer.from(this.rows));
    connection.endCopyFrom();
  }

  handleError(error: Error): void {
    this.#failure = error;
    this.#reject(error);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    if (!this.#failure) {
      this.#resolve();
    }
  }
}
