/** A random whole number from 0 up to, but not including, `count`. */
export function below(count: number): number {
  return Math.floor(Math.random() * count);
}

export function pick<T>(items: readonly T[]): T {
  return items[below(items.length)];
}

/** Hands out items one after the other, again and again. */
export function inTurn<T>(items: readonly T[]): () => T {
  let next = 0;
  return () => {
    next += 1;
    return items[(next - 1) % items.length];
  };
}
