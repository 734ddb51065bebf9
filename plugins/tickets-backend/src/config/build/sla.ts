import type { Calendar, SlaPolicy, SlaTargets } from '../DeskConfig';
import type { Duration } from '../schema/quantities';
import type { TicketsConfig } from '../schema/ticketsConfig';

type Policy = TicketsConfig['slaPolicies'][number];

const MINUTE = 60_000;

export function buildCalendars({ calendars }: TicketsConfig): Calendar[] {
  return calendars.map(calendar => ({
    ...calendar,
    holidays: new Set(calendar.holidays),
  }));
}

export function buildSlaPolicies({ slaPolicies }: TicketsConfig): SlaPolicy[] {
  return slaPolicies.map(policy => ({
    id: policy.id,
    title: policy.title,
    calendar: policy.calendar,
    targets: Object.fromEntries(
      Object.entries(policy.targets).map(([priority, targets]) => [
        priority,
        inMinutes(targets),
      ]),
    ),
    defaultTargets: inMinutes(policy.default),
    warnBefore: minutes(policy.warnBefore),
  }));
}

function inMinutes(targets: Policy['default']): SlaTargets {
  return {
    response: minutes(targets?.response),
    resolution: minutes(targets?.resolution),
    inactivity: minutes(targets?.inactivity),
  };
}

function minutes(duration: Duration | undefined): number | undefined {
  return duration && duration.milliseconds / MINUTE;
}
