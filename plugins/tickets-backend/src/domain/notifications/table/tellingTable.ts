import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { eventRows } from '../eventRows';
import { type Column, columns } from '../parties';
import { type Cell, type Condition, type Row, conditions, rows } from '../rows';

/** Where the table is committed. */
export const tellingTableFile = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend',
  '../../docs/who-is-told.md',
);

const INTRODUCTION = `# Who is told what

<!-- \`npm run config-reference\` writes this file from plugins/tickets-backend/src/domain/notifications: change that. -->

Each change of a ticket is recorded as events. An event gives occasion to tell people of it, or says why it does not; of each occasion the table says who is told. The desk decides by the same table.

- Nobody is told of what they did themselves, except for the confirmation of a ticket that they filed, and nobody twice of the same.
- Nobody is told who may not read the ticket at the moment of telling, except of the access that they lost.
- The requester and added people are told nothing while their side is muted.
- **Work** is told to somebody who is there. When the assignee is away, gone from the catalog or the team, or without access, the team is told as well; when nobody of the team is there, the admins of the desk; and when none of these exist, the agents of all teams in \`tickets.teams\`, who may take the ticket over. Whoever is away is told all the same, so that they find it when they are back. With \`tickets.absences.whenAssigneeAway: reassign\` the ticket goes to the next in turn first.

Of two tickets that become one, \`merged\` is told to those of the ticket that went into the other, \`joined\` to those of the other one.`;

const TITLES: Readonly<Record<Column, string>> = {
  requester: 'requester',
  team: 'team',
  assignee: 'assignee',
  others: 'watchers, added people',
};

/** The table as it is committed. */
export function tellingTable(): string {
  return `${[
    INTRODUCTION,
    '## Occasions',
    table(
      ['occasion', ...columns.map(column => TITLES[column]), 'also', 'is work'],
      Object.entries(rows).map(([event, row]) => [
        `\`${event}\``,
        ...columns.map(column => cellText(row[column])),
        row.named ?? '–',
        workText(row),
      ]),
    ),
    '## Events',
    table(
      ['event', 'gives occasion to tell of'],
      Object.entries(eventRows).map(([type, row]) => [
        `\`${type}\``,
        'because' in row
          ? `nothing: ${row.because}`
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
