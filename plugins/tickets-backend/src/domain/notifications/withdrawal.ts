const DAY = 24 * 60 * 60_000;

/**
 * How long a notification can be withdrawn, in milliseconds: one day longer
 * than the portal keeps it by default.
 */
const KEPT_FOR = 367 * DAY;

/**
 * A person without access in every check for this time, in milliseconds, has
 * lost the ticket. While the catalog is rebuilt nobody has access, and a
 * withdrawal cannot be undone.
 */
const LOST_AFTER = DAY;

/** A person who was notified of a ticket. */
interface SentNotification {
  /** When they were last notified. */
  readonly notifiedAt: Date;
  /** When it was first seen that they may not read it; null: they may. */
  readonly lostSince: Date | null;
}

/** The relation of a person to a ticket of which they were notified. */
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
  /** Their notifications are to be withdrawn. */
  | 'taken-back'
  /** The portal no longer has it. */
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
