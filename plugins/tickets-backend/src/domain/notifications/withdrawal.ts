const DAY = 24 * 60 * 60_000;

/**
 * How long a notification can be taken back, in milliseconds: as long as the
 * portal keeps one, unless it is configured otherwise, and a day more.
 */
const KEPT_FOR = 367 * DAY;

/**
 * Whoever may not read a ticket for so long, each time that it was looked, has
 * lost it, in milliseconds. Nobody may while the catalog is read anew, and what
 * is taken back does not come again.
 */
const LOST_AFTER = DAY;

/** Somebody who was told of a ticket. */
interface SentNotification {
  /** When they were told last. */
  readonly notifiedAt: Date;
  /** When it was first seen that they may not read it; null: they may. */
  readonly lostSince: Date | null;
}

/** How somebody stands to a ticket that they were told of. */
export type ReadAccess =
  /** The ticket is gone. */
  | 'gone'
  /** The catalog does not know them, who cannot look into their inbox either. */
  | 'unknown'
  | 'reader'
  | 'stranger';

/** What becomes of a notification. */
export type WithdrawalDecision =
  | 'stays'
  /** What they were told is to be taken back. */
  | 'taken-back'
  /** The portal does not have it any more. */
  | 'forgotten'
  /** It is to be seen whether it stays so that they may not read the ticket. */
  | 'doubtful'
  /** They may read it again. */
  | 'cleared';

/** What becomes of a notification, where no change of the ticket decides it. */
export function decideWithdrawal(
  { notifiedAt, lostSince }: SentNotification,
  access: ReadAccess,
  now: Date,
): WithdrawalDecision {
  if (now.getTime() - notifiedAt.getTime() >= KEPT_FOR) {
    return 'forgotten';
  }
  switch (access) {
    case 'gone':
      return 'taken-back';
    case 'unknown':
      return 'stays';
    case 'reader':
      return lostSince ? 'cleared' : 'stays';
    default:
      if (!lostSince) {
        return 'doubtful';
      }
      return now.getTime() - lostSince.getTime() >= LOST_AFTER
        ? 'taken-back'
        : 'stays';
  }
}
