import type { Language } from '../config/schema';

interface DigestWords {
  readonly subject: (count: number) => string;
  readonly by: string;
  readonly reason: string;
}

/** What stands in digests. */
export const digestWords: Readonly<Record<Language, DigestWords>> = {
  en: {
    subject: count =>
      count === 1
        ? 'Your tickets: one thing happened'
        : `Your tickets: ${count} things happened`,
    by: 'by',
    reason:
      'You get this mail because you chose to be mailed from time to time. You can change that on the page Tickets.',
  },
  de: {
    subject: count =>
      count === 1
        ? 'Ihre Tickets: eine Neuigkeit'
        : `Ihre Tickets: ${count} Neuigkeiten`,
    by: 'von',
    reason:
      'Sie bekommen diese Mail, weil Sie gesammelt benachrichtigt werden wollen. Das können Sie auf der Seite Tickets ändern.',
  },
};
