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
        .optional(),
    },
    'use an object with the key path',
  )
  .prefault({});
