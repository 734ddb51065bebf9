import {
  type EventDetail,
  eventDetailSchema,
  notificationEventSchema,
} from '@portaldesk/plugin-tickets-common';
import { readFileSync } from 'node:fs';
import {
  notificationTable,
  notificationTableFile,
} from './table/notificationTable';
import { eventRows } from './eventRows';
import { columns } from './parties';
import { type Cell, rows } from './rows';

/** Why a column is not told, always or at times; none where it always is. */
function reasonBeside(cell: Cell): string[] {
  if (cell.notified === true) {
    return [];
  }
  return ['because' in cell ? cell.because : cell.otherwise];
}

const eventTypes = eventDetailSchema.options.map(
  ({ shape }) => shape.type.value,
);

describe('the table of who is told what', () => {
  it.each(eventTypes)('has a row for the event %s', type => {
    const row = eventRows[type as EventDetail['type']];
    expect(row).toBeDefined();
    expect(
      row.notifies.length > 0 || ('because' in row && row.because.length > 10),
    ).toBe(true);
  });

  it('has no row for events that there are not', () => {
    expect(Object.keys(eventRows).sort()).toEqual([...eventTypes].sort());
  });

  it('has a row for every occasion that people are told of, which some event gives', () => {
    const personal = notificationEventSchema.options.filter(
      event => event !== 'changed' && event !== 'deleted',
    );
    expect(Object.keys(rows).sort()).toEqual([...personal].sort());
    const given = new Set(
      Object.values(eventRows).flatMap(row => row.notifies),
    );
    expect([...given].sort()).toEqual([...personal].sort());
  });

  it.each(Object.entries(rows))(
    'has a reason beside every cell of %s that is empty at times',
    (_, row) => {
      const reasons = columns.flatMap(column => reasonBeside(row[column]));
      expect(reasons.filter(reason => reason.length < 10)).toEqual([]);
      const reachesSomebody =
        row.named !== undefined ||
        columns.some(column => row[column].notified !== false);
      expect(reachesSomebody).toBe(true);
    },
  );

  it('is current in the documents: else run `npm run config-reference`', () => {
    expect(readFileSync(notificationTableFile, 'utf8')).toBe(
      notificationTable(),
    );
  });
});
