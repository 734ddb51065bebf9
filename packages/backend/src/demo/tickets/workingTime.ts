import type { Random } from './Random';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const OPENS = 7;
const CLOSES = 17;

/** Whether people are at their desks: Monday to Friday, in UTC. */
export function isWorkingTime(at: number): boolean {
  const date = new Date(at);
  const hour = date.getUTCHours();
  return !isWeekend(at) && hour >= OPENS && hour < CLOSES;
}

export function isWeekend(at: number): boolean {
  return [0, 6].includes(new Date(at).getUTCDay());
}

/** Some moment on this day at which people work. */
export function sometimeOn(random: Random, day: number): number {
  const midnight = Math.floor(day / DAY) * DAY;
  return midnight + random.between(OPENS, CLOSES) * HOUR;
}

/** This moment, or one in the next morning at which people work. */
export function nextWorkingMoment(random: Random, at: number): number {
  if (isWorkingTime(at)) {
    return at;
  }
  let midnight = Math.floor(at / DAY) * DAY;
  if (at > midnight + OPENS * HOUR) {
    midnight += DAY;
  }
  while (isWeekend(midnight)) {
    midnight += DAY;
  }
  return midnight + random.between(OPENS, OPENS + 2) * HOUR;
}

/** This moment, or one in the last afternoon at which people worked. */
export function lastWorkingMoment(random: Random, at: number): number {
  if (isWorkingTime(at)) {
    return at;
  }
  let midnight = Math.floor(at / DAY) * DAY;
  if (at < midnight + CLOSES * HOUR) {
    midnight -= DAY;
  }
  while (isWeekend(midnight)) {
    midnight -= DAY;
  }
  return midnight + random.between(CLOSES - 4, CLOSES) * HOUR;
}
