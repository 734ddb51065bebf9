import { createHmac, randomBytes } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';

/** Changes with each start, and stands nowhere else. */
const key = randomBytes(32);

/**
 * Where a request comes from, only good for comparing places while the
 * process lives: the network of an address (24 bits of IPv4, 48 of IPv6), so
 * that nobody gets around a limit by using the other addresses of their own,
 * and nobody who looks into memory finds an address.
 *
 * @param address - as express has it
 */
export function placeOf(address: string | undefined): string {
  return unreadable(networkOf(address ?? ''));
}

/** A text that can be compared, but not be read. */
export function unreadable(text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) {
    return plain.split('.').slice(0, 3).join('.');
  }
  if (!isIPv6(plain)) {
    return '';
  }
  const [head, tail] = plain.split('%')[0].split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array(Math.max(0, zeros)).fill('0'), ...after];
  return groups
    .slice(0, 3)
    .map(group => parseInt(group, 16).toString(16))
    .join(':');
}
