/** What a mail server reports about a mail that was sent. */
export interface ServerReport {
  /**
   * Whether it never arrived, is late, or anything else, such as that it was
   * read.
   */
  readonly fate: 'failed' | 'delayed' | 'other';
  /** Whether further mails would not arrive either. */
  readonly final: boolean;
  /** What the server says of the cause. */
  readonly cause: string;
  /** The identifier of the mail that it is about, with its brackets. */
  readonly messageId?: string;
}

/** As much of a field as tells something, in characters: anybody can write one. */
const MAX_FIELD = 2_000;

/**
 * Finds a report by its structure, since servers mark such mails in every other
 * way differently or not at all.
 */
export function readReport(
  attachments: readonly {
    readonly contentType: string;
    readonly content: Buffer;
  }[],
): ServerReport | undefined {
  const ofType = (...types: string[]) =>
    attachments
      .filter(({ contentType }) => types.includes(contentType))
      .map(({ content }) => content.toString('utf8'));
  const returned = ofType('application/x-returned-mail', 'message/rfc822')
    .map(text => field(text, 'Message-ID'))
    .find(id => id !== undefined);
  const [delivery] = ofType('application/x-delivery-status');
  if (delivery !== undefined) {
    return { ...deliveryReport(delivery), messageId: bracketed(returned) };
  }
  const [disposition] = ofType('application/x-disposition-notification');
  if (disposition === undefined) {
    return undefined;
  }
  const about = field(disposition, 'Original-Message-ID') ?? returned;
  const done = field(disposition, 'Disposition') ?? '';
  const refused = /MDN-sent-automatically\s*;\s*(deleted|denied|failed)/i;
  return {
    fate: refused.test(done) ? 'failed' : 'other',
    final: false,
    cause: done,
    messageId: bracketed(about),
  };
}

function deliveryReport(text: string) {
  const status = field(text, 'Status') ?? '';
  const action = field(text, 'Action')?.toLowerCase();
  const cause = [status, field(text, 'Diagnostic-Code')]
    .filter(Boolean)
    .join(' ');
  // some servers call "delayed" what they have given up, and then it expired
  const failed = action === 'failed' || status === '4.4.7';
  const unfailed =
    action === 'delayed' ? ('delayed' as const) : ('other' as const);
  return {
    fate: failed ? ('failed' as const) : unfailed,
    final: failed && status.startsWith('5'),
    cause,
  };
}

function field(text: string, name: string): string | undefined {
  return (
    new RegExp(`^${name}[ \\t]*:((?:[^\\r\\n]|\\r?\\n[ \\t])*)`, 'im')
      .exec(text)?.[1]
      // as every database keeps it
      .replaceAll('\u0000', '')
      .slice(0, MAX_FIELD)
      .replace(/\s+/g, ' ')
      .trim()
  );
}

function bracketed(id: string | undefined): string | undefined {
  const bare = id && /<?([^<>\s]+)>?/.exec(id)?.[1];
  return bare && `<${bare}>`;
}
