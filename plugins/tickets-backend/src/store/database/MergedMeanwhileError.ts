/**
 * A ticket was merged while a transaction waited for it. When the transaction is
 * repeated, it finds the ticket that it was merged into.
 */
export class MergedMeanwhileError extends Error {
  /** PostgreSQL's code for transactions that have to be repeated. */
  readonly code = '40001';

  constructor() {
    super('The ticket has just been merged');
    this.name = 'MergedMeanwhileError';
  }
}
