import { domainToASCII } from 'node:url';

/** The domain of an address, as identifiers of mails can have it. */
export function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return domainToASCII(domain) || 'localhost';
}
