const RealDate = Date;

/**
 * Lets a test move the time of the process, while what waits waits as ever. The
 * test has to put it back.
 */
export function shiftClock() {
  let shift = 0;

  class ShiftedDate extends RealDate {
    constructor(...parts: ConstructorParameters<typeof Date> | []) {
      if (parts.length === 0) {
        super(RealDate.now() + shift);
      } else {
        super(...(parts as [number]));
      }
    }

    static now(): number {
      return RealDate.now() + shift;
    }

    /** Those that were made before as well. */
    static [Symbol.hasInstance](value: unknown): boolean {
      return RealDate[Symbol.hasInstance].call(RealDate, value as object);
    }
  }

  globalThis.Date = ShiftedDate as DateConstructor;
  return {
    /** Lets minutes pass. */
    pass(minutes: number): void {
      shift += minutes * 60_000;
    },
    putBack(): void {
      globalThis.Date = RealDate;
    },
  };
}
