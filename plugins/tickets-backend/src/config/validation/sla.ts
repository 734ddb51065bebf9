import {
  knownCountries,
  knownRegions,
  knownStates,
  meantCountry,
} from '../holidays/countryHolidays';
import type { ConfigIssues } from '../ConfigIssues';
import type { Duration } from '../schema/quantities';
import type { TicketsConfig } from '../schema/ticketsConfig';
import type { Path, References } from './References';

type Policy = TicketsConfig['slaPolicies'][number];
type Holidays = TicketsConfig['calendars'][number]['holidays'];

export function validateSla(
  { calendars, slaPolicies, defaultSlaPolicy }: TicketsConfig,
  issues: ConfigIssues,
  references: References,
): void {
  calendars.forEach(({ holidays }, index) =>
    findHolidayMistakes(holidays, ['calendars', index, 'holidays'], issues),
  );
  references.check('slaPolicies', ['defaultSlaPolicy'], defaultSlaPolicy);
  slaPolicies.forEach((policy, index) => {
    const path = ['slaPolicies', index];
    references.check('calendars', [...path, 'calendar'], policy.calendar);
    for (const priority of Object.keys(policy.targets)) {
      references.check('priorities', [...path, 'targets', priority], priority);
    }
    references.check(
      'priorities',
      [...path, 'escalate', 'priority'],
      policy.escalate?.priority,
    );
    references.checkTeam([...path, 'escalate', 'team'], policy.escalate?.team);
    if (!policy.default && Object.keys(policy.targets).length === 0) {
      issues.add([...path, 'targets'], 'add targets, or default');
    }
    if (policy.calendar) {
      findDays(policy, path, issues);
    }
    findLateAnswers(policy, path, issues);
  });
}

/** Finds places whose holidays are not known. */
function findHolidayMistakes(
  { country, state, region }: Holidays,
  path: Path,
  issues: ConfigIssues,
) {
  if (country === undefined) {
    if (state !== undefined || region !== undefined) {
      issues.add([...path, 'country'], 'add the country of the state');
    }
  } else if (!knownCountries().includes(country)) {
    const meant = meantCountry(country);
    issues.add(
      [...path, 'country'],
      meant
        ? `use ${meant}, the ISO code of the country`
        : 'use the ISO code of a country whose holidays are known, such as DE, or list its holidays under dates',
    );
  } else if (state === undefined) {
    if (region !== undefined) {
      issues.add([...path, 'state'], 'add the state of the region');
    }
  } else if (!knownStates(country).includes(state)) {
    issues.add([...path, 'state'], oneOfOrNone(knownStates(country)));
  } else if (
    region !== undefined &&
    !knownRegions(country, state).includes(region)
  ) {
    issues.add([...path, 'region'], oneOfOrNone(knownRegions(country, state)));
  }
}

function oneOfOrNone(codes: readonly string[]): string {
  return codes.length > 0
    ? `use one of ${codes.join(', ')}, or leave it out`
    : 'leave it out: there are none with holidays of their own';
}

/**
 * In a calendar's time a day could be read as 24 business hours or as one
 * business day: nobody should have to guess which.
 */
function findDays(policy: Policy, path: Path, issues: ConfigIssues) {
  const sets: [Path, Partial<Record<string, Duration>>][] = [
    ...targetsOf(policy, path),
    [path, { warnBefore: policy.warnBefore }],
  ];
  for (const [at, durations] of sets) {
    for (const [name, duration] of Object.entries(durations)) {
      if (duration?.inDays) {
        issues.add(
          [...at, name],
          'use hours and minutes, which are counted within the hours of the calendar',
        );
      }
    }
  }
}

/** Targets of a first answer that may come after the ticket is solved. */
function findLateAnswers(policy: Policy, path: Path, issues: ConfigIssues) {
  for (const [at, { response, resolution }] of targetsOf(policy, path)) {
    if (
      response &&
      resolution &&
      response.milliseconds > resolution.milliseconds
    ) {
      issues.add(
        [...at, 'response'],
        'use at most the time of resolution: an answer comes before it',
      );
    }
  }
}

/** The targets of each priority, and those of all others. */
function targetsOf(
  policy: Policy,
  path: Path,
): [Path, NonNullable<Policy['default']>][] {
  return [
    ...Object.entries(policy.targets).map(
      ([priority, targets]): [Path, NonNullable<Policy['default']>] => [
        [...path, 'targets', priority],
        targets,
      ],
    ),
    [[...path, 'default'], policy.default ?? {}],
  ];
}
