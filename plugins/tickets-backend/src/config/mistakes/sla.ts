import type { ConfigMistakes } from '../ConfigMistakes';
import type { Duration } from '../schema/quantities';
import type { TicketsConfig } from '../schema/ticketsConfig';
import type { Path, References } from './References';

type Policy = TicketsConfig['slaPolicies'][number];

export function findSlaMistakes(
  { slaPolicies, defaultSlaPolicy }: TicketsConfig,
  mistakes: ConfigMistakes,
  references: References,
): void {
  references.check('slaPolicies', ['defaultSlaPolicy'], defaultSlaPolicy);
  slaPolicies.forEach((policy, index) => {
    const path = ['slaPolicies', index];
    references.check('calendars', [...path, 'calendar'], policy.calendar);
    for (const priority of Object.keys(policy.targets)) {
      references.check('priorities', [...path, 'targets', priority], priority);
    }
    if (!policy.default && Object.keys(policy.targets).length === 0) {
      mistakes.add([...path, 'targets'], 'add targets, or default');
    }
    if (policy.calendar) {
      findDays(policy, path, mistakes);
    }
  });
}

/**
 * In a calendar's time a day could be read as 24 business hours or as one
 * business day: nobody should have to guess which.
 */
function findDays(policy: Policy, path: Path, mistakes: ConfigMistakes) {
  const sets: [Path, Partial<Record<string, Duration>>][] = [
    ...Object.entries(policy.targets).map(
      ([priority, targets]): [Path, Partial<Record<string, Duration>>] => [
        [...path, 'targets', priority],
        targets,
      ],
    ),
    [[...path, 'default'], policy.default ?? {}],
    [path, { warnBefore: policy.warnBefore }],
  ];
  for (const [at, durations] of sets) {
    for (const [name, duration] of Object.entries(durations)) {
      if (duration?.inDays) {
        mistakes.add(
          [...at, name],
          'use hours and minutes, which are counted within the hours of the calendar',
        );
      }
    }
  }
}
