import type { ConfigIssues } from '../ConfigIssues';
import type { TicketsConfig } from '../schema/ticketsConfig';
import type { References } from './References';

/** Those who report from outside can choose, and fill in, only what is public. */
export function validatePublicPages(
  tickets: TicketsConfig,
  issues: ConfigIssues,
  references: References,
): void {
  const { channels } = tickets.public.reports;
  channels.forEach(({ id, categories = [], team }, index) => {
    const path = ['public', 'reports', 'channels', index];
    if (channels.findIndex(other => other.id === id) < index) {
      issues.add([...path, 'id'], 'use another id: a channel has it already');
    }
    references.checkTeam([...path, 'team'], team);
    references.checkAll('categories', [...path, 'categories'], categories);
    categories.forEach((name, at) => {
      const category = tickets.categories.find(known => known.id === name);
      if (category?.agentsOnly || category?.form) {
        issues.add(
          [...path, 'categories', at],
          'use a category without a form and without agentsOnly, since the form of a report asks for neither',
        );
      }
    });
  });
}
