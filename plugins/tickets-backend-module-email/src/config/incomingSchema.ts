import { z } from 'zod';
import { TOKEN } from '../tokens/ReplyAddresses';
import { mailRule } from './mailRules';
import { port } from './port';

/*
 * What stands below `tickets.email.incoming`. The message of each rule is its
 * hint: it follows the path and the value in the startup error.
 */

const text = (hint: string) => z.string(hint).trim().min(1, hint);

const number = (hint: string, min: number, max: number) =>
  z.number(hint).int(hint).min(min, hint).max(max, hint);

const flag = () => z.boolean('use true or false');

const TYPE =
  '`imap` for a mailbox that is read, or `http` for mails that a gateway sends to the desk.';

const common = {
  id: z
    .string('name the mailbox, such as support')
    .regex(
      /^[a-z0-9][a-z0-9-]{0,39}$/,
      'use up to 40 small letters, digits and hyphens',
    )
    .meta({
      description:
        'Names the mailbox, in the log and in the path of `http`. How far it is read is remembered under it.',
      example: 'support',
    }),
  category: text('write the id of a category').optional().meta({
    description: 'The category of tickets that come by it.',
    defaultText: 'that of the desk',
    example: 'question',
  }),
  priority: text('write the id of a priority').optional().meta({
    description: 'The priority of tickets that come by it.',
    defaultText: 'that of the category',
    example: 'normal',
  }),
  rules: z
    .array(mailRule, 'list rules')
    .default([])
    .meta({
      description:
        'What tickets get that certain mails open. The first rule applies that a mail fits.',
      defaultText: 'none',
      example: [{ recipient: 'billing@example.com', category: 'invoices' }],
    }),
};

const oauth2 = z
  .strictObject(
    {
      tokenUrl: z.url('write the address that gives tokens').meta({
        description: 'Where tokens are got.',
        example: 'https://login.example.com/oauth2/v2.0/token',
      }),
      clientId: text('write the id of the client').meta({
        description: 'The id of the client.',
        example: 'portal',
      }),
      clientSecret: text('write the secret of the client').meta({
        description: 'Its secret.',
        example: '${TICKETS_IMAP_CLIENT_SECRET}',
        visibility: 'secret',
      }),
      refreshToken: text('write the refresh token').optional().meta({
        description: 'A refresh token.',
        defaultText: 'the client itself is given access',
        example: '${TICKETS_IMAP_REFRESH_TOKEN}',
        visibility: 'secret',
      }),
      scope: text('write the scope').optional().meta({
        description: 'The scope that is asked for.',
        defaultText: 'none',
        example: 'https://outlook.office365.com/.default',
      }),
    },
    'use an object with the keys tokenUrl, clientId and clientSecret',
  )
  .meta({
    description: 'Type `imap`: logs in with a token in place of a password.',
    defaultText: '`password`',
  });

const imap = z.strictObject({
  type: z.literal('imap').meta({ description: TYPE, example: 'imap' }),
  ...common,
  hostname: text('write the name of the IMAP server').meta({
    description: 'Type `imap`: the name of the server.',
    example: 'imap.example.com',
  }),
  port: port().optional().meta({
    description: 'Its port.',
    defaultText: '993 with `secure`, else 143',
    example: 993,
  }),
  secure: flag().default(true).meta({
    description: 'Whether the connection begins with TLS.',
    example: true,
  }),
  requireTls: flag().default(true).meta({
    description:
      'Without `secure`: whether nobody logs in on a server that offers no TLS.',
    example: true,
  }),
  username: text('write the name to log in with').meta({
    description: 'The name to log in with.',
    example: 'desk',
  }),
  password: text('write the password to log in with').optional().meta({
    description: 'The password to log in with.',
    defaultText: '`oauth2`',
    example: '${TICKETS_IMAP_PASSWORD}',
    visibility: 'secret',
  }),
  oauth2: oauth2.optional(),
  folder: text('write the path of a folder').default('INBOX').meta({
    description: 'The folder that is read.',
    example: 'INBOX',
  }),
  begin: z.enum(['new', 'all'], 'use new or all').default('new').meta({
    description:
      'Whether mails that are there at the first start are left alone or taken in.',
    example: 'all',
  }),
  moveTo: text('write the path of a folder').optional().meta({
    description: 'Where mails are moved that were taken.',
    defaultText: 'they stay, marked as read',
    example: 'Taken',
  }),
  pollInterval: number('use a number of seconds between 1 and 1500', 1, 1_500)
    .default(60)
    .meta({
      description:
        'After how many seconds it is looked for new mails, also on servers that tell of them (IDLE).',
      example: 30,
    }),
});

const http = z.strictObject({
  type: z.literal('http').meta({ description: TYPE, example: 'http' }),
  ...common,
  secret: z
    .string('write a secret')
    .min(32, 'use a secret of at least 32 characters')
    .meta({
      description: 'Type `http`: what requests are signed with.',
      example: '${TICKETS_MAIL_GATEWAY_SECRET}',
      visibility: 'secret',
    }),
});

const mailbox = z
  .discriminatedUnion('type', [imap, http], {
    error: () => 'use imap or http as the type',
  })
  .refine(
    it => it.type !== 'imap' || Boolean(it.password) !== Boolean(it.oauth2),
    'write a password, or oauth2',
  )
  .refine(
    it =>
      it.type !== 'imap' ||
      it.moveTo?.toLowerCase() !== it.folder.toLowerCase(),
    'moveTo names the folder that is read, where mails would be moved again and again; name another one',
  );

/** `tickets.email.incoming` in app-config. */
export const incomingSchema = z
  .strictObject(
    {
      mailboxes: z
        .array(mailbox, 'list the mailboxes')
        .min(1, 'list at least one mailbox')
        .refine(
          all => new Set(all.map(({ id }) => id)).size === all.length,
          'two mailboxes have the same id',
        )
        .meta({
          description: 'Where mails come from.',
          example: [
            {
              id: 'support',
              type: 'imap',
              hostname: 'imap.example.com',
              username: 'desk',
              password: '${TICKETS_IMAP_PASSWORD}',
            },
          ],
        }),
      replyAddress: z
        .string(`write an address with ${TOKEN}`)
        .refine(
          value =>
            value.split(TOKEN).length === 2 &&
            /^[^\s@<>]{1,24}@[^\s@<>]+$/.test(value.replace(TOKEN, '')),
          `write an address with ${TOKEN} before the @ and at most 24 characters beside it, such as desk+${TOKEN}@example.com`,
        )
        .optional()
        .meta({
          description:
            'A form of the address of a mailbox that your mail server delivers for every token. Each person answers to an address of their own, which shows to which ticket an answer belongs, and that an agent wrote it.',
          defaultText: 'agents cannot answer by mail',
          example: `desk+${TOKEN}@example.com`,
        }),
      senders: z
        .enum(['users'], 'only users can write so far: use users')
        .default('users')
        .meta({
          description:
            'Who can write: users whose catalog entity has the address in `spec.profile.email`.',
          example: 'users',
        }),
      authenticationServer: text('write the name of your mail server')
        .optional()
        .meta({
          description:
            'How your own mail server names itself in the header `Authentication-Results`, in which it says what it found by SPF, DKIM and DMARC. What others write there is not believed.',
          defaultText: 'nothing of it is read',
          example: 'mx.example.com',
        }),
      requireDmarc: flag().default(false).meta({
        description:
          'Whether mails go to quarantine that do not pass DMARC, unless they come to a reply address of their sender. Otherwise anybody can pretend to be a user on the requester’s side.',
        example: true,
      }),
      addRecipients: flag().default(false).meta({
        description:
          'Whether users take part in a ticket (as Cc) to whom the mail was sent as well that opens it.',
        example: true,
      }),
      maxSize: number('use a number of megabytes between 1 and 100', 1, 100)
        .default(25)
        .meta({
          description: 'The largest mail that is taken in, in megabytes.',
          example: 50,
        }),
      keepOriginals: number('use a number of days between 1 and 3650', 1, 3_650)
        .default(90)
        .meta({
          description:
            'For how many days mails are kept as they came, after they were taken in or put into quarantine.',
          example: 30,
        }),
      maxQuarantine: number(
        'use a number of megabytes between 100 and 100000',
        100,
        100_000,
      )
        .default(1_000)
        .meta({
          description:
            'How large all mails in quarantine may be together, in megabytes. Beyond that those are deleted that have been there for longest.',
          example: 200,
        }),
      ignorePolicies: flag().default(false).meta({
        description:
          'With `permission.enabled`: takes in mails although permission policies cannot be asked about people who are not signed in.',
        example: true,
      }),
    },
    'use an object with the key mailboxes',
  )
  .refine(
    ({ requireDmarc, authenticationServer }) =>
      !requireDmarc || authenticationServer !== undefined,
    'requireDmarc needs authenticationServer, which says who checks DMARC',
  )
  .meta({
    description: 'Mails that people write to the desk.',
    defaultText: 'no mails are read',
    example: {
      mailboxes: [
        {
          id: 'support',
          type: 'imap',
          hostname: 'imap.example.com',
          username: 'desk',
          password: '${TICKETS_IMAP_PASSWORD}',
        },
      ],
    },
  });

export type IncomingSettings = z.infer<typeof incomingSchema>;
export type MailboxSettings = IncomingSettings['mailboxes'][number];
export type ImapSettings = Extract<MailboxSettings, { type: 'imap' }>;
export type HttpSettings = Extract<MailboxSettings, { type: 'http' }>;
