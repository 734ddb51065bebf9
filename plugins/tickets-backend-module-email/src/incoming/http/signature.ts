import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the clocks of sender and desk can be apart, in seconds. */
const TOLERANCE = 300;

/** The signature of a mail, as the header has it. */
export function signatureOf(body: Buffer, secret: string, at: Date): string {
  const time = Math.floor(at.getTime() / 1_000);
  return `t=${time},v1=${digest(body, secret, String(time)).toString('hex')}`;
}

const FORM = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/;

/**
 * Whether a signature can be one of now. Asked before a mail is read, so that
 * not just anybody has the desk keep large ones in memory.
 */
export function isTimely(signature: string | undefined, now: Date): boolean {
  const time = FORM.exec(signature ?? '')?.[1];
  return (
    time !== undefined &&
    Math.abs(now.getTime() / 1_000 - Number(time)) <= TOLERANCE
  );
}

/** Whether a sender who knows the secret signed a mail a short time ago. */
export function isSigned(
  body: Buffer,
  secret: string,
  { signature, now }: { signature: string | undefined; now: Date },
): boolean {
  const [, time, sent] = FORM.exec(signature ?? '') ?? [];
  return (
    time !== undefined &&
    isTimely(signature, now) &&
    timingSafeEqual(Buffer.from(sent, 'hex'), digest(body, secret, time))
  );
}

function digest(body: Buffer, secret: string, time: string): Buffer {
  return createHmac('sha256', secret).update(`${time}.`).update(body).digest();
}
