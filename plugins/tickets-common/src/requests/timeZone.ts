import { z } from 'zod';
import { failing } from '../vocabulary/failing';

/** An IANA time zone, such as `Europe/Berlin`. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(
    isTimeZone,
    failing(
      'expected an IANA time zone such as Europe/Berlin',
      'wrong-format',
      {
        format: 'time-zone',
      },
    ),
  );

/** Whether a text names a time zone; an offset such as `+02:00` does not. */
function isTimeZone(text: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', {
      timeZone: text,
    }).resolvedOptions();
    return /^[A-Za-z]/.test(timeZone);
  } catch {
    return false;
  }
}
