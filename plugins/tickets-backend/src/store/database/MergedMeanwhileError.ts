/**
 * A ticket was merged while a transaction waited for it. Done anew, the
 * transaction is led to where the ticket went.
 */
export class MergedMeanwhileError extends Error {
  /** What PostgreSQL says of transactions that have to be done anew. */
  readonly code = '40001';

  constructor() {
    super('The ticket has just been merged');
    this.name = 'MergedMeanwhileError';
  }
}
