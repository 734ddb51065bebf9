import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { eventRows } from '../eventRows';
import { type Column, columns } from '../parties';
import { type Cell, type Condition, type Row, conditions, rows } from '../rows';

/** Where the table is committed. */
export const notificationTableFile = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend',
  '../../docs/notifications.md',
);

const INTRODUCTION = `# Who is notified of what

<!-- \`npm run config-reference\` writes this file from plugins/tickets-backend/src/domain/notifications: change that. -->

Each change of a ticket is recorded as events. The second table lists which notifications follow from an event, or why none; the first one lists who gets each notification. The desk decides by the same tables.

- People are not notified of their own changes, except for the confirmation of a ticket that they filed, and never twice of the same change.
- People who may not read the ticket at the time of delivery are not notified, except of lost access.
- The requester and added people are not notified while their side is muted.
- Of **work**, someone who is available is notified. When the assignee is away, gone from the catalog or the team, or without access, the team is notified as well; when nobody in the team is available, the admins of the desk; and when none of these exist, the agents of all teams in \`tickets.teams\`, who may take the ticket over. People who are away are notified too, for when they are back. With \`tickets.absences.whenAssigneeAway: reassign\` the ticket goes to the next in turn first.

When tickets are merged, \`merged\` goes to the people of the ticket that was merged into the other, \`joined\` to those of the other one.`;

const TITLES: Readonly<Record<Column, string>> = {
  requester: 'requester',
  team: 'team',
  assignee: 'assignee',
  others: 'watchers, added people',
};

/** The table as it is committed. */
export function notificationTable(): string {
  return `${[
    INTRODUCTION,
    '## Notifications',
    table(
      [
        'notification',
        ...columns.map(column => TITLES[column]),
        'also',
        'is work',
      ],
      Object.entries(rows).map(([event, row]) => [
        `\`${event}\``,
        ...columns.map(column => cellText(row[column])),
        row.named ?? '–',
        workText(row),
      ]),
    ),
    '## Events',
    table(
      ['event', 'notifications'],
      Object.entries(eventRows).map(([type, row]) => [
        `\`${type}\``,
        'because' in row
          ? `none: ${row.because}`
          : row.notifies.map(event => `\`${event}\``).join(', '),
      ]),
    ),
  ].join('\n\n')}\n`;
}

function cellText(cell: Cell): string {
  if (cell.notified === true) {
    return 'yes';
  }
  return 'because' in cell
    ? `– (${cell.because})`
    : `if ${words(cell.notified)}; else – (${cell.otherwise})`;
}

function workText({ work }: Row): string {
  if (typeof work === 'boolean') {
    return work ? 'yes' : '–';
  }
  return `if ${words(work)}`;
}

function words(names: readonly Condition[]): string {
  return names.map(name => conditions[name]).join(' and ');
}

/** Columns are as wide as their widest cell, as the formatter wants it. */
function table(head: string[], body: string[][]): string {
  const widths = head.map((_, index) =>
    Math.max(3, ...[head, ...body].map(cells => cells[index].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index])).join(' | ')} |`;
  return [
    line(head),
    line(widths.map(width => '-'.repeat(width))),
    ...body.map(line),
  ].join('\n');
}
