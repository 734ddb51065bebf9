import type { Request } from 'express';
import { announcedSize, sizeRead } from './jsonBody';
import type { Gate } from './sharing/Gate';
import { costOfBody } from './sharing/costs';

/**
 * Charges a person for the body of a request before it is read, since others
 * come at the same time; also for one that nobody reads, which the process has
 * to get rid of.
 *
 * @returns gives back what is known to be too much when it was read; its result
 *   is for how long the body kept the process busy, in milliseconds
 */
export function chargeBody(
  gate: Pick<Gate, 'charge'>,
  person: string,
  request: Request,
): () => number {
  const announced = costOfBody(announcedSize(request));
  const charged = gate.charge(person, announced.requests);
  return () => {
    const size = sizeRead(request);
    if (size === undefined) {
      return announced.worked;
    }
    const { requests, worked } = costOfBody(size);
    // no more than was taken, or it would be a way to more requests
    gate.charge(person, Math.min(requests - charged, 0));
    return worked;
  };
}
