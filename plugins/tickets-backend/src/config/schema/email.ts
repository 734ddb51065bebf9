import { z } from 'zod';

/** What the module for mail reads, which checks it as well. */
export const email = z
  .looseObject({}, 'use an object with the settings of the module for mail')
  .optional()
  .meta({
    description:
      'Settings of `@portaldesk/plugin-tickets-backend-module-email`, which mails people what happens to their tickets; without that module they do nothing. [Its README](../plugins/tickets-backend-module-email/README.md#settings) lists them.',
    defaultText: 'no mail is sent',
    example: {
      transportConfig: {
        transport: 'smtp',
        hostname: 'mail.example.com',
        port: 587,
      },
      sender: 'Service Desk <desk@example.com>',
    },
  });
