let offset = 0;

/** Puts the clock of this process forward. */
export function advanceClock(milliseconds: number): void {
  offset += milliseconds;
}

/** From now on, the present time of this process is what its clock says. */
export function installShiftedClock(): void {
  const now = Date.now.bind(Date);
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(
        target,
        args.length > 0 ? args : [now() + offset],
        newTarget,
      ),
    get: (target, key) =>
      key === 'now' ? () => now() + offset : Reflect.get(target, key),
  });
}
