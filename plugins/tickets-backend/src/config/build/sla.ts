import { createHash } from 'node:crypto';
import { SlaRules } from '../../domain/sla/SlaRules';
import type {
  Calendar,
  Escalation,
  SlaPolicy,
  SlaTargets,
} from '../../domain/sla/policy';
import type { Statuses } from '../../domain/statuses';
import { countryHolidays, holidaysVersion } from '../holidays/countryHolidays';
import type { Duration } from '../schema/quantities';
import type { TicketsConfig } from '../schema/ticketsConfig';

type Policy = TicketsConfig['slaPolicies'][number];

const MINUTE = 60_000;

/** The SLA policies, and what they demand of tickets. */
export function buildSla(tickets: TicketsConfig, statuses: Statuses) {
  const slaPolicies = tickets.slaPolicies.map(buildPolicy);
  return {
    slaPolicies,
    sla: new SlaRules({
      statuses,
      policies: slaPolicies,
      calendars: tickets.calendars.map(buildCalendar),
      fingerprint: fingerprint(tickets, slaPolicies, statuses),
    }),
  };
}

/** Of all that decides about deadlines; what is only read does not count. */
function fingerprint(
  { calendars }: TicketsConfig,
  policies: readonly SlaPolicy[],
  statuses: Statuses,
): string {
  const decisive = {
    policies: policies.map(({ title: _title, ...policy }) => policy),
    calendars: calendars.map(({ holidays, ...calendar }) => ({
      ...calendar,
      holidays,
      ...(holidays.country !== undefined && { holidaysVersion }),
    })),
    statuses: statuses.all.map(({ id, type }) => [id, type]),
  };
  return createHash('sha256')
    .update(JSON.stringify(decisive))
    .digest('hex')
    .slice(0, 16);
}

function buildCalendar({
  id,
  timeZone,
  hours,
  holidays,
}: TicketsConfig['calendars'][number]): Calendar {
  const { country, state, region, types } = holidays;
  const listed = new Set(holidays.dates);
  const workdays = new Set(holidays.except);
  const isCountrys =
    country === undefined
      ? () => false
      : countryHolidays({ country, state, region }, types);
  return {
    id,
    timeZone,
    hours,
    isHoliday: date =>
      listed.has(date) || (isCountrys(date) && !workdays.has(date)),
  };
}

function buildPolicy(policy: Policy): SlaPolicy {
  return {
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
    escalation: buildEscalation(policy.escalate),
  };
}

function buildEscalation(escalate: Policy['escalate']): Escalation | undefined {
  return escalate && { ...escalate, notify: escalate.notify ?? [] };
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
