/** A place in a sorted list, and which way to read on from there. */
export interface TicketPosition {
  /** What the ticket at this place is sorted by; null when it does not have it. */
  readonly value: string | null;
  readonly id: string;
  /**
   * `after` and `before` leave the ticket itself out, `from` and `up-to` begin
   * with it; `before` and `up-to` lead back.
   */
  readonly way: 'after' | 'from' | 'before' | 'up-to';
}

export function isBackwards(position: TicketPosition | undefined): boolean {
  return position?.way === 'before' || position?.way === 'up-to';
}

const turns = {
  after: 'up-to',
  from: 'before',
  before: 'from',
  'up-to': 'after',
} as const;

/** The position from which the list is read the other way, so that nothing is missed. */
export function turned(position: TicketPosition): TicketPosition {
  return { ...position, way: turns[position.way] };
}
