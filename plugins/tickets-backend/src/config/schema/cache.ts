import { z } from 'zod';
import { keepingTime } from './quantities';

export const cache = z
  .strictObject(
    {
      decisions: keepingTime.prefault({ seconds: 5 }),
      catalog: keepingTime.prefault({ seconds: 30 }),
    },
    'use an object with the keys decisions and catalog',
  )
  .prefault({});
