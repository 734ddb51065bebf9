import { z } from 'zod';

/*
 * What stands below `rules` of a mailbox. The message of each rule is its hint:
 * it follows the path and the value in the startup error.
 */

const text = (hint: string) => z.string(hint).trim().min(1, hint);

const pattern = () =>
  text('write a text, with * for whatever may stand there').max(
    200,
    'use at most 200 characters',
  );

const conditions = [
  'recipient',
  'sender',
  'subject',
  'headers',
  'dmarc',
] as const;
const settings = ['category', 'team', 'priority'] as const;

/** What tickets get that mails with certain headers open. */
export const mailRule = z
  .strictObject(
    {
      recipient: pattern().optional().meta({
        description:
          'An address that the mail was sent to. `*` stands for any text, and capitals make no difference, here and below.',
        defaultText: 'any',
        example: 'billing@example.com',
      }),
      sender: pattern().optional().meta({
        description: 'The address that the mail comes from.',
        defaultText: 'any',
        example: '*@partner.example.com',
      }),
      subject: pattern().optional().meta({
        description: 'The subject.',
        defaultText: 'any',
        example: '*invoice*',
      }),
      headers: z
        .record(text('write the name of a header'), pattern())
        .optional()
        .meta({
          description: 'Headers by their names, of which all have to match.',
          defaultText: 'any',
          example: { 'X-Priority': '1*' },
        }),
      dmarc: z
        .enum(['pass', 'fail', 'none'], 'use pass, fail or none')
        .optional()
        .meta({
          description:
            'What `authenticationServer` says of DMARC; `none` also where it says nothing.',
          defaultText: 'any',
          example: 'pass',
        }),
      category: text('write the id of a category').optional().meta({
        description: 'The category of the ticket.',
        defaultText: 'that of the mailbox',
        example: 'invoices',
      }),
      team: z
        .string('write the reference of a group')
        .regex(
          /^group:[^/\s]+\/[^/\s]+$/i,
          'write the reference of a group, such as group:default/billing',
        )
        .optional()
        .meta({
          description: 'The team of the ticket.',
          defaultText: 'the one that routing finds',
          example: 'group:default/billing',
        }),
      priority: text('write the id of a priority').optional().meta({
        description: 'The priority of the ticket.',
        defaultText: 'that of the mailbox',
        example: 'high',
      }),
    },
    'use an object with conditions, and with category, team or priority',
  )
  .refine(
    rule => conditions.some(name => rule[name] !== undefined),
    `name at least one of ${conditions.join(', ')}`,
  )
  .refine(
    rule => settings.some(name => rule[name] !== undefined),
    `set at least one of ${settings.join(', ')}`,
  );

export type MailRule = z.infer<typeof mailRule>;
