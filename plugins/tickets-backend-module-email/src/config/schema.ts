import addressparser from 'nodemailer/lib/addressparser';
import { z } from 'zod';
import { incomingSchema } from './incomingSchema';
import { port } from './port';

/*
 * What stands below `tickets.email`. The message of each rule is its hint: it
 * follows the path and the value in the startup error.
 */

/** The languages that mails are written in. */
export const languages = ['en', 'de'] as const;

const SENDER_HINT =
  'write one address, such as Service Desk <desk@example.com>';

/** One address, with or without a name. */
const address = z.string(SENDER_HINT).refine(value => {
  const parsed = addressparser(value, { flatten: true });
  // without a line break, which would begin another header
  return (
    parsed.length === 1 &&
    /^[^\s@]+@[^\s@]+$/.test(parsed[0].address) &&
    !/[\r\n]/.test(value)
  );
}, SENDER_HINT);

const text = (hint: string) => z.string(hint).trim().min(1, hint);

const DIGEST_HINT = 'write a cron expression, such as 0 8 * * 1-5';

const TRANSPORT =
  '`smtp` for an SMTP server, to which connections are kept, or `sendmail` for the program of that name on this machine.';

const smtp = z.strictObject(
  {
    transport: z.literal('smtp').meta({
      description: TRANSPORT,
      example: 'smtp',
    }),
    hostname: text('write the name of the SMTP server').meta({
      description: 'Transport `smtp`: the name of the server.',
      example: 'mail.example.com',
    }),
    port: port().optional().meta({
      description: 'Its port.',
      defaultText: '465 with `secure`, else 587',
      example: 587,
    }),
    secure: z.boolean('use true or false').default(false).meta({
      description:
        'Whether the connection begins with TLS. Otherwise TLS begins with STARTTLS where the server offers it.',
      example: true,
    }),
    requireTls: z.boolean('use true or false').default(false).meta({
      description: 'Whether nothing is sent to a server that offers no TLS.',
      example: true,
    }),
    username: text('write the name to log in with').optional().meta({
      description: 'The name to log in with.',
      defaultText: 'nobody logs in',
      example: 'desk',
    }),
    password: text('write the password to log in with').optional().meta({
      description: 'The password to log in with.',
      defaultText: 'none',
      example: '${TICKETS_SMTP_PASSWORD}',
      visibility: 'secret',
    }),
  },
  'use an object with the keys transport and hostname',
);

const sendmail = z.strictObject({
  transport: z.literal('sendmail').meta({
    description: TRANSPORT,
    example: 'sendmail',
  }),
  path: text('write the path of sendmail').default('sendmail').meta({
    description: 'Transport `sendmail`: the path of the program.',
    example: '/usr/sbin/sendmail',
  }),
});

/** `tickets.email` in app-config. */
export const emailConfigSchema = z
  .strictObject(
    {
      transportConfig: z
        .discriminatedUnion('transport', [smtp, sendmail], {
          error: ({ input }) =>
            input === undefined
              ? 'say how mails are sent, such as transport: smtp and hostname: mail.example.com'
              : 'use smtp or sendmail as the transport',
        })
        .meta({
          description: 'How mails are sent.',
          example: {
            transport: 'smtp',
            hostname: 'mail.example.com',
            port: 587,
            requireTls: true,
            username: 'desk',
            password: '${TICKETS_SMTP_PASSWORD}',
          },
        }),
      sender: address.meta({
        description: 'Whom the mails come from.',
        example: 'Service Desk <desk@example.com>',
      }),
      replyTo: address.optional().meta({
        description: 'Where answers go to.',
        defaultText: 'the sender',
        example: 'no-reply@example.com',
      }),
      concurrencyLimit: z
        .number('use a number between 1 and 50')
        .int('use a whole number between 1 and 50')
        .min(1, 'use a number between 1 and 50')
        .max(50, 'use a number between 1 and 50')
        .default(2)
        .meta({
          description:
            'How many mails each backend sends at the same time, and how many connections it keeps.',
          example: 5,
        }),
      content: z.enum(['full', 'link'], 'use full or link').optional().meta({
        description:
          'Whether a mail contains what was written, or only a link to it.',
        defaultText: '`link` where `permission.enabled` is set, else `full`',
        example: 'link',
      }),
      language: z
        .enum(languages, `use one of ${languages.join(', ')}`)
        .optional()
        .meta({
          description: 'The language of the mails.',
          defaultText: 'the language of the desk, `tickets.language`',
          example: 'de',
        }),
      templates: text('write the path of a folder').optional().meta({
        description:
          'A folder with templates that take the place of the shipped ones.',
        defaultText: 'the shipped ones',
        example: '/etc/portal/mail-templates',
      }),
      digestSchedule: z
        .string(DIGEST_HINT)
        .regex(/^\S+( \S+){4}$/, DIGEST_HINT)
        .default('0 8 * * 1-5')
        .meta({
          description:
            'When those who chose digests are mailed what happened since the last one, as a cron expression in the time zone of the backend.',
          example: '0 7,13 * * *',
        }),
      incoming: incomingSchema.optional(),
    },
    'use an object with the keys transportConfig and sender',
  )
  .meta({
    description: 'Mails that tell people what happens to their tickets.',
  });

export type EmailSettings = z.infer<typeof emailConfigSchema>;
export type Language = (typeof languages)[number];
export type TransportSettings = EmailSettings['transportConfig'];
