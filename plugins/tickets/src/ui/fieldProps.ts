/**
 * How a field shows what is wrong with it: the message stands below it and is
 * read out with it.
 */
export function invalidProps(error: string | undefined) {
  return {
    validationBehavior: 'aria',
    validate: () => error ?? true,
  } as const;
}
