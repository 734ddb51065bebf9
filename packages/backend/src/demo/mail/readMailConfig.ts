import type { Config } from '@backstage/config';

/** Where the mail servers of the demo listen, and whose mails the desk gets. */
export interface MailConfig {
  /** The address of the desk, without a name. */
  readonly desk: string;
  /** Ports of this machine. */
  readonly inboxPort: number;
  readonly smtpPort: number;
  readonly imapPort: number;
  /** The password of the desk's mailbox. */
  readonly password: string;
}

/** Reads `demo.mail` of app-config. */
export function readMailConfig(config: Config): MailConfig {
  const mail = config.getConfig('demo.mail');
  return {
    desk: mail.getString('desk').toLowerCase(),
    inboxPort: mail.getNumber('inboxPort'),
    smtpPort: mail.getNumber('smtpPort'),
    imapPort: mail.getNumber('imapPort'),
    password: mail.getString('password'),
  };
}

/** Whether mails to an address are the desk's, also with a `+` and a token. */
export function isOfDesk(address: string, desk: string): boolean {
  const [name, domain] = desk.split('@');
  const [local = '', at] = address.toLowerCase().split('@');
  return at === domain && (local === name || local.startsWith(`${name}+`));
}
