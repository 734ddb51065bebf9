import { z } from 'zod';
import { categoryId, group, id, items, list, text } from './basics';
import { duration } from './quantities';

/** A text in the languages of the pages; one that stands alone is for all. */
export function inLanguages(hint: string, max: number) {
  const one = text(hint, { max });
  return z
    .union(
      [one, z.strictObject({ en: one, de: one }, hint)],
      `${hint}, or one for each of en and de`,
    )
    .transform(value =>
      typeof value === 'string' ? { en: value, de: value } : value,
    )
    .meta({ valueText: 'text, or an object with the keys `en` and `de`' });
}

const channel = z.strictObject(
  {
    id: id.meta({
      description:
        'Lower-case letters, digits and dashes; the address of the form ends with it.',
      example: 'integrity',
    }),
    title: inLanguages('write the title that people see', 200).meta({
      description: 'The heading of the form.',
      example: { en: 'Report a concern', de: 'Hinweis geben' },
    }),
    text: inLanguages('write what people should know, or leave it out', 2_000)
      .optional()
      .meta({
        description:
          'What people should know before they write; an empty line begins a paragraph.',
        defaultText: 'nothing',
        example: {
          en: 'Only the three people of the compliance office read it.',
          de: 'Nur die drei Personen der Compliance-Stelle lesen ihn.',
        },
      }),
    categories: list(
      categoryId,
      'list at least one category, or leave the key out for none',
    )
      .optional()
      .meta({
        description:
          'Ids of the categories that reporters choose from; of those with a form, or for agents only, none.',
        defaultText: 'reports have no category',
        example: ['fraud', 'safety'],
      }),
    team: group.optional().meta({
      description: 'The team of its reports.',
      defaultText: 'routing decides; a rule can test for the channel `public`',
      example: 'group:default/compliance',
    }),
    retention: duration.optional().meta({
      description:
        'How long after its end a report is deleted, with its conversation, files and inbox.',
      defaultText: 'it is kept',
      example: { days: 90 },
    }),
  },
  'use an object with the keys id and title',
);

const channels = items(channel, 'channels').meta({
  description:
    'The forms. Each has an address of its own; without any, nobody reports from outside.',
  defaultText: 'none: nobody reports from outside',
  example: [
    {
      id: 'integrity',
      title: { en: 'Report a concern', de: 'Hinweis geben' },
      team: 'group:default/compliance',
      retention: { days: 90 },
    },
  ],
});

export const publicPages = z
  .strictObject(
    {
      reports: z
        .strictObject({ channels }, 'use an object with the key channels')
        .prefault({})
        .meta({
          description:
            'Forms on which people report anonymously, without signing in, and the inboxes to which they return.',
          example: {
            channels: [{ id: 'integrity', title: 'Report a concern' }],
          },
        }),
    },
    'use an object with the key reports',
  )
  .prefault({})
  .meta({
    description:
      'Pages for people who have no account, at `/api/tickets/public` of the backend. [Public pages](public-pages.md) says what a reverse proxy has to let through.',
    example: {
      reports: { channels: [{ id: 'integrity', title: 'Report a concern' }] },
    },
  });
