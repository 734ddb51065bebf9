/** What became of an attempt: `done`, or the name of the error that refused it. */
export function outcomeOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'done',
    (error: Error) => error.name,
  );
}
