import type {
  NotificationMessage,
  TicketNotification,
} from '@portaldesk/plugin-tickets-node';
import type { MailedEvent } from '../channel/mailedEvents';
import type { MailRecipient } from '../channel/mailRecipients';
import type { EmailConfig } from '../config/readEmailConfig';
import type { Templates } from '../templates/Templates';
import { deadlineOf, rolesOf } from '../templates/choices';
import type { TemplateData } from '../templates/TemplateData';
import { domainOf } from './domainOf';
import { markdownToHtml } from './markdown';
import { isReadable } from './readableMessage';
import { sizeText } from './sizeText';
import { oneLine, subjectOf, threadIdOf } from './threading';
import { reasonFor, words } from './words';

/** What a mail is made of. */
export interface MailContent {
  readonly notification: TicketNotification;
  readonly recipient: MailRecipient;
  readonly messageId: string;
  /** The name of who did it; empty when it was the desk. */
  readonly actor: string;
  readonly ticketPath: string;
  /** Left out of mails to those who may not read it. */
  readonly message: NotificationMessage | undefined;
  /** Where answers go to, if that is an address of the recipient's own. */
  readonly replyAddress?: string;
  /** Where the recipient says that they want no further mails about the ticket. */
  readonly muteUrl?: string;
}

type ComposeConfig = Pick<
  EmailConfig,
  'sender' | 'replyTo' | 'language' | 'portalUrl'
>;

/** A mail, as nodemailer takes it. */
export function composeMail(
  config: ComposeConfig,
  templates: Templates,
  content: MailContent,
) {
  const { notification, recipient, messageId, replyAddress, muteUrl } = content;
  const { sender, replyTo } = config;
  const domain = domainOf(sender.address);
  const thread = threadIdOf(notification.ticket.id, domain);
  return {
    from: { ...sender },
    to: { name: oneLine(recipient.name), address: recipient.address },
    replyTo: replyAddress
      ? { name: sender.name, address: replyAddress }
      : replyTo,
    subject: subjectOf(notification.ticket),
    date: notification.at,
    messageId,
    // never a list: nodemailer would leave the header out
    inReplyTo: thread,
    references: thread,
    headers: {
      // so that no responder answers, and no two desks answer each other
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `<tickets.${domain}>`,
      // by hand: nodemailer's own setting writes the second one wrong
      ...(muteUrl && {
        'List-Unsubscribe': `<${muteUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    ...(notification.event === 'sla-breach' && { priority: 'high' as const }),
    ...templates.render(templateData(config, content)),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** What the templates of a mail can name. */
export function templateData(
  { sender, language, portalUrl }: ComposeConfig,
  { notification, recipient, actor, ticketPath, message, muteUrl }: MailContent,
): TemplateData {
  const { event, ticket, other, deadline } = notification;
  const { roles } = recipient;
  return {
    event: event as MailedEvent,
    language,
    desk: sender.name,
    number: oneLine(ticket.number),
    subject: oneLine(ticket.subject),
    url: `${portalUrl}${ticketPath}`,
    actor: oneLine(actor),
    roles: rolesOf(roles),
    standIn: roles.some(role => role === 'admin' || role === 'agent'),
    other: { number: other?.number ?? '' },
    deadline: deadlineOf(
      deadline?.type,
      deadline ? timeText(deadline.dueAt, language) : '',
    ),
    message:
      message && isReadable(message, recipient)
        ? {
            text: message.body.trim(),
            html: markdownToHtml(message.body),
            files: message.files.map(({ name, size }) => ({
              name: oneLine(name),
              size: sizeText(size, language),
            })),
          }
        : null,
    reason: reasonFor(roles, language),
    muteUrl: muteUrl ?? '',
    words: words[language],
  };
}

function timeText(time: Date, language: string): string {
  const text = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(time);
  return `${text} UTC`;
}
