import { z } from 'zod';
import { keepingTime } from './quantities';

export const cache = z
  .strictObject(
    {
      decisions: keepingTime.prefault({ seconds: 5 }).meta({
        description:
          'What a caller belongs to, and what the permission policy decided for them; for each of their tokens by itself. A change of a policy, or of what somebody belongs to, takes effect that much later; whoever signs in again is asked for anew. A token that has expired is refused at once, whatever is kept.',
        defaultText: '5 seconds',
        example: { seconds: 2 },
      }),
      catalog: keepingTime.prefault({ seconds: 30 }).meta({
        description:
          'What the catalog says of groups, users and assets, as far as the desk decides by it: who gets a ticket and who is told of it.',
        defaultText: '30 seconds',
        example: { seconds: 10 },
      }),
    },
    'use an object with the keys decisions and catalog',
  )
  .prefault({})
  .meta({
    description:
      'How long the desk uses answers of other plugins again, so that it does not ask them anew in every request. 5 minutes at most; 0 asks anew in every request. Failures are not kept, nor what the catalog does not have.',
    example: { decisions: { seconds: 2 }, catalog: { seconds: 10 } },
  });
