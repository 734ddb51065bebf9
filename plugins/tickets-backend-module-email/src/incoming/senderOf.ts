import type { Refused, TakeInContext } from './TakeInContext';
import type { IncomingMail } from './mime/readMail';
import type { IncomingMailRow } from './store/rows';

/** Who wrote, and how that is known. */
export interface Sender {
  readonly ref: string;
  /** Whether they wrote to a reply address of their own. */
  readonly proven: boolean;
  /** The ticket of that address. */
  readonly ticketId?: string;
  /** Whether an admin says so, at whichever ticket. */
  readonly vouched?: boolean;
}

/** Who wrote a mail, or why nobody knows. */
export async function senderOf(
  {
    replyAddresses,
    usersWithAddress,
    authenticationServer,
    requireDmarc,
  }: TakeInContext,
  row: IncomingMailRow,
  mail: IncomingMail,
): Promise<Sender | Refused> {
  const [address, ...others] = mail.from;
  const owner = await replyAddresses?.ownerOf(mail.recipients, address);
  const ticketId = owner?.ticketId;
  if (row.releasedAs) {
    // an admin says who it was
    return { ref: row.releasedAs, proven: true, vouched: true, ticketId };
  }
  if (address === undefined || others.length > 0) {
    return { reason: 'unclear-sender', detail: mail.from.join(', ') };
  }
  const refs = await usersWithAddress(address);
  // an address can have come to another person since
  if (owner?.address === address && refs.includes(owner.userRef)) {
    return { ref: owner.userRef, proven: true, ticketId };
  }
  if (refs.length !== 1) {
    return {
      reason: refs.length === 0 ? 'unknown-sender' : 'ambiguous-sender',
      detail: [address, ...refs].join(', '),
    };
  }
  const { dmarc } = mail.authentication(authenticationServer);
  if (requireDmarc && dmarc !== 'pass' && !row.released) {
    return { reason: 'unproven-sender', detail: `dmarc=${dmarc ?? 'none'}` };
  }
  // others who write to a person's address may mean that ticket
  return { ref: refs[0], proven: false, ticketId };
}
