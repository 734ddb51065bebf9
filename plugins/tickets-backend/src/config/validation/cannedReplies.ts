import { PLACEHOLDERS, unknownPlaceholders } from '../../domain/placeholders';
import type { ConfigIssues } from '../ConfigIssues';
import type { TicketsConfig } from '../schema/ticketsConfig';
import type { References } from './References';

export function validateCannedReplies(
  tickets: TicketsConfig,
  issues: ConfigIssues,
  references: References,
): void {
  tickets.cannedReplies.forEach(({ body, categories, teams, set }, index) => {
    const path = ['cannedReplies', index];
    for (const name of unknownPlaceholders(body)) {
      issues.add(
        [...path, 'body'],
        `use none but these placeholders instead of {{${name}}}: ${PLACEHOLDERS.join(', ')}`,
      );
    }
    references.checkAll('categories', [...path, 'categories'], categories);
    teams?.forEach((team, at) =>
      references.checkTeam([...path, 'teams', at], team),
    );
    references.check('statuses', [...path, 'set', 'status'], set.status);
    if (set.status && references.typeOf(set.status) === 'postponed') {
      issues.add(
        [...path, 'set', 'status'],
        'use a status that is not of type postponed, since nobody gives a date',
      );
    }
    references.check('priorities', [...path, 'set', 'priority'], set.priority);
    references.check('categories', [...path, 'set', 'category'], set.category);
  });
}
