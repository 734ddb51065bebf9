import type { NotificationMessage } from '@portaldesk/plugin-tickets-node';

interface Reader {
  readonly seesInternal: boolean;
  readonly refs: readonly string[];
}

/** Whether all who read at an address may read a message. */
export function isReadable(
  { kind, author, to }: NotificationMessage,
  { seesInternal, refs }: Reader,
): boolean {
  switch (kind) {
    case 'reply':
      return true;
    case 'note':
      return seesInternal;
    default: {
      const readers = [author, ...to].map(canonical);
      return refs.every(ref => readers.includes(canonical(ref)));
    }
  }
}

function canonical(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
