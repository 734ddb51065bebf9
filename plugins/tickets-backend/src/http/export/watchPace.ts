import type { Response } from 'express';

/** How slowly an answer may be taken. */
export interface PaceBounds {
  /** How long somebody may take less than `pace` of what is there for them. */
  readonly patience: number;
  /** In bytes a second. */
  readonly pace: number;
}

/** How often it is looked, within the time that somebody may be slow. */
const LOOKS = 6;

/**
 * Cuts an answer off whose reader is slow for too long, so that nobody holds a
 * place by taking next to nothing. While the desk itself is slow, nothing is
 * there to be taken, and the reader is not.
 *
 * @returns what ends it
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
