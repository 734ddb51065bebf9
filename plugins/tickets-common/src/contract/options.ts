/**
 * Options of one request.
 * @public
 */
export interface TicketsRequestOptions {
  /** Backstage token of the caller, where the fetch in use does not add one. */
  token?: string;
  /** Aborts the request. */
  signal?: AbortSignal;
}

/**
 * Options of a request that creates something.
 * @public
 */
export interface TicketsCreateOptions extends TicketsRequestOptions {
  /**
   * A random text chosen by the caller. A request with a key that the caller
   * used before does nothing, and is answered as the first one was; so it can
   * be sent again after a time-out. Kept for a day.
   */
  idempotencyKey?: string;
}

/**
 * Options of a request that changes a ticket or a saved view.
 * @public
 */
export interface TicketsChangeOptions extends TicketsRequestOptions {
  /**
   * The version that the caller saw. If the ticket or the view was changed
   * since, the request is refused with 412. Absent: any version is changed.
   */
  version?: number;
}

/**
 * Options of a request that sends a file.
 * @public
 */
export interface TicketsUploadOptions extends TicketsRequestOptions {
  /**
   * Called with the part of the file that was sent so far, from 0 to 1; in
   * browsers, and only by a client that was given the identity of the caller.
   */
  onProgress?: (sent: number) => void;
}
