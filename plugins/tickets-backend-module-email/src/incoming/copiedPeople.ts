import type { IncomingMail } from './mime/readMail';

/** Of how many addresses it is asked whose they are. */
const MAX_ADDRESSES = 20;

/**
 * References of the catalog users, beside the sender, to whom a mail was sent as
 * well. An address that several of them have is nobody's.
 */
export async function copiedPeople(
  { recipients }: Pick<IncomingMail, 'recipients'>,
  senderRef: string,
  usersWithAddress: (address: string) => Promise<string[]>,
): Promise<string[]> {
  const found = new Set<string>();
  for (const address of [...new Set(recipients)].slice(0, MAX_ADDRESSES)) {
    const [ref, ...others] = await usersWithAddress(address);
    if (ref !== undefined && others.length === 0 && ref !== senderRef) {
      found.add(ref);
    }
  }
  return [...found];
}
