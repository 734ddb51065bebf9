import { z } from 'zod';
import { parseMask } from '../../domain/numbering';
import { timeZone } from './basics';

const MASK_REMEDY =
  'use letters, digits, dots, dashes, underscores, {yyyy} {yy} {mm} {dd} {category} and one counter such as {00000}';

const mask = z.string(MASK_REMEDY).superRefine((value, context) => {
  try {
    parseMask(value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    context.addIssue({ code: 'custom', message: `${reason}; ${MASK_REMEDY}` });
  }
});

/** How ticket numbers are made; `about` describes the keys. */
function numberingWith(about: {
  readonly mask: z.GlobalMeta;
  readonly timeZone: z.GlobalMeta;
}) {
  return z
    .strictObject(
      {
        mask: mask.meta(about.mask),
        timeZone: timeZone.optional().meta(about.timeZone),
      },
      'use an object with the key mask',
    )
    .optional();
}

export const numbering = numberingWith({
  mask: {
    description:
      'Letters, digits, `.`, `_`, `-`, the parts `{yyyy}` `{yy}` `{mm}` `{dd}` `{category}`, and one counter whose zeros give its least width. The counter restarts with the shortest period in the mask.',
    defaultText: 'T{yyyy}-{00000}',
    example: 'SD-{yy}{mm}-{0000}',
  },
  timeZone: {
    description:
      'IANA time zone in which the date parts are read, and by whose clocks exported tables are written unless another one is asked for.',
    defaultText: 'UTC',
    example: 'Europe/Berlin',
  },
}).meta({
  description:
    'How ticket numbers are made. A category can have numbers of its own.',
  example: { mask: 'T{yyyy}-{00000}', timeZone: 'Europe/Berlin' },
});

export const categoryNumbering = numberingWith({
  mask: {
    description:
      'As `tickets.numbering.mask`. Two masks never give the same number twice, even where they look alike.',
    example: 'SEC-{yyyy}-{000}',
  },
  timeZone: {
    description: 'IANA time zone in which the date parts are read.',
    defaultText: 'that of tickets.numbering',
    example: 'Europe/Berlin',
  },
}).meta({
  description: 'How the numbers of its tickets are made.',
  defaultText: 'as those of the desk',
  example: { mask: 'SEC-{yyyy}-{000}' },
});
