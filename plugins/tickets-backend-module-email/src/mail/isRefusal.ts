/** What nodemailer says of an error. */
interface MailError {
  readonly code?: string;
  readonly command?: string;
  /** Whether the server said that it would never take it. */
  readonly permanent?: boolean;
}

/**
 * Whether a recipient or their mail was refused for good. What is refused
 * before, such as a password or the sender, is wrong for all mails, and can be
 * mended.
 */
export function isRefusal(error: unknown): boolean {
  const { code, command, permanent } = (error ?? {}) as MailError;
  return (
    (permanent === true && (command === 'RCPT TO' || command === 'DATA')) ||
    // an address that nodemailer does not let into an envelope
    (code === 'EENVELOPE' && command === 'API')
  );
}

/**
 * Whether a server answered about a recipient or a mail, for now or for good; else
 * it may be that no mail can be sent.
 */
export function isOfOneMail(error: unknown): boolean {
  const { code, command } = (error ?? {}) as MailError;
  return code === 'EENVELOPE' || command === 'RCPT TO' || command === 'DATA';
}
