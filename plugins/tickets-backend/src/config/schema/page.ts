import { z } from 'zod';
import { string } from './basics';

const PATH_REMEDY =
  'use the path of the page below the address of the portal, such as /tickets';

export const page = z
  .strictObject(
    {
      path: string(PATH_REMEDY)
        .regex(/^\/(?!\/)[^\s?#\\]*$/, PATH_REMEDY)
        .max(200, 'use at most 200 characters')
        .optional()
        .meta({
          description:
            'Its path below the address of the portal, to which notifications lead. Set it where the classic frontend system has the page elsewhere; where `app.extensions` moves `page:tickets`, the desk reads it there.',
          defaultText:
            'what app.extensions says of page:tickets, else /tickets',
          example: '/help',
        }),
    },
    'use an object with the key path',
  )
  .prefault({})
  .meta({
    description: 'The page Tickets in the portal.',
    example: { path: '/help' },
  });
