/** A random whole number from 0 up to, but not including, `count`. */
export const below = count => Math.floor(Math.random() * count);

/** @template T @param {T[]} items @returns {T} */
export const pick = items => items[below(items.length)];

/** Hands out items one after the other, again and again. */
export function inTurn(items) {
  let next = 0;
  return () => {
    next += 1;
    return items[(next - 1) % items.length];
  };
}
