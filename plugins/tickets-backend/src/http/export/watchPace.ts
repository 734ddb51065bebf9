import type { Response } from 'express';

/** How slowly a response may be read. */
export interface PaceBounds {
  /** How long a client may read slower than `pace` while data is ready. */
  readonly patience: number;
  /** In bytes a second. */
  readonly pace: number;
}

/** How many checks there are in that time. */
const LOOKS = 6;

/**
 * Cuts a response off whose client reads too slowly for too long, so that it
 * cannot occupy a slot by reading next to nothing. Time in which the desk
 * itself has no data ready does not count.
 *
 * @returns a function that stops watching
 */
export function watchPace(
  response: Response,
  { patience, pace }: PaceBounds,
): () => void {
  const interval = patience / LOOKS;
  const enough = (pace * interval) / 1_000;
  let taken = 0;
  let slow = 0;
  const timer = setInterval(() => {
    const { socket } = response;
    const before = taken;
    taken = (socket?.bytesWritten ?? 0) - (socket?.writableLength ?? 0);
    const waits = (socket?.writableLength ?? 0) > 0;
    slow = waits && taken - before < enough ? slow + 1 : Math.max(0, slow - 1);
    if (slow >= LOOKS) {
      response.destroy();
    }
  }, interval);
  return () => clearInterval(timer);
}
