import { z } from 'zod';
import { access, admins, teams } from './access';
import { attachments } from './attachments';
import { LANGUAGES } from '../DeskConfig';
import { group, oneOf, priorityId, slaPolicyId } from './basics';
import { cache } from './cache';
import { calendars } from './calendars';
import { cannedReplies } from './cannedReplies';
import { categories } from './categories';
import { absences, closing } from './closing';
import { email } from './email';
import { numbering } from './numbering';
import { page } from './page';
import { priorities } from './priorities';
import { publicPages } from './publicPages';
import { routing } from './routing';
import { slaPolicies } from './slaPolicies';
import { statuses } from './statuses';
import { workflow } from './workflow';

/** `tickets` in app-config. */
export const ticketsConfigSchema = z
  .strictObject(
    {
      admins,
      teams,
      defaultTeam: group.optional().meta({
        description:
          "The team of tickets that no rule, no category, and neither the asset's annotation `tickets/support-team` nor its owner routes.",
        defaultText: 'such tickets wait in triage',
        example: 'group:default/platform-support',
      }),
      access,
      numbering,
      statuses,
      workflow,
      absences,
      closing,
      priorities,
      defaultPriority: priorityId.optional().meta({
        description: 'Id of the priority of tickets that name none.',
        defaultText: 'normal, else the first',
        example: 'normal',
      }),
      categories,
      routing,
      calendars,
      slaPolicies,
      defaultSlaPolicy: slaPolicyId.optional().meta({
        description:
          'Id of the SLA policy of tickets to which no rule and no category gives one. A ticket gets its policy when it is filed; to those that are there agents can give another one.',
        defaultText: 'none',
        example: 'standard',
      }),
      cannedReplies,
      attachments,
      language: oneOf(LANGUAGES).default('en').meta({
        description:
          'The language of notifications: `en` is English, `de` German. It is the same for all people, because the portal keeps the language that a person chose in their browser, where no backend can read it. Screens follow that choice.',
        example: 'de',
      }),
      page,
      public: publicPages,
      email,
      cache,
    },
    'use an object with settings of the desk, or leave the key out',
  )
  .meta({
    description:
      'Portaldesk, the service desk of the portal. Without this section every ticket goes to the group that owns its asset.',
  });

export type TicketsConfig = z.infer<typeof ticketsConfigSchema>;
