import { z } from 'zod';
import { keepingTime } from './quantities';

export const cache = z
  .strictObject(
    {
      decisions: keepingTime.prefault({ seconds: 5 }).meta({
        description:
          'Which groups a caller belongs to, and what the permission policy decided for them, kept for each token. A change of a policy or of memberships takes effect that much later, or with the next sign-in. An expired token is refused at once, whatever is kept.',
        defaultText: '5 seconds',
        example: { seconds: 2 },
      }),
      catalog: keepingTime.prefault({ seconds: 30 }).meta({
        description:
          'What the catalog says of groups, users and assets, as far as the desk decides by it: who gets a ticket and who is notified of it.',
        defaultText: '30 seconds',
        example: { seconds: 10 },
      }),
    },
    'use an object with the keys decisions and catalog',
  )
  .prefault({})
  .meta({
    description:
      'How long the desk reuses answers of other plugins, instead of asking them in every request. 5 minutes at most; 0 asks in every request. Failures are not kept, nor what the catalog does not have.',
    example: { decisions: { seconds: 2 }, catalog: { seconds: 10 } },
  });
