import { cpus, release, totalmem, type } from 'node:os';
import type { HotSpot } from './hotSpots';
import type { Figures } from './measure';
import { say } from './tools';

const columns: readonly [title: string, show: (figures: Figures) => string][] =
  [
    ['', ({ name }) => name],
    ['p50 ms', ({ p50Ms }) => p50Ms.toFixed(2)],
    ['p95 ms', ({ p95Ms }) => p95Ms.toFixed(2)],
    ['SQL p95', ({ sqlFloorP95Ms }) => sqlFloorP95Ms.toFixed(2)],
    ['route p95', ({ routeFloorP95Ms }) => routeFloorP95Ms.toFixed(2)],
    ['p95/floors', figures => overFloors(figures).toFixed(2)],
    ['per second', ({ perSecond }) => perSecond.toFixed(0)],
    ['statements', ({ statements }) => String(statements)],
    [
      'requests',
      ({ requests }) =>
        Object.values(requests)
          .reduce((sum, count) => sum + count, 0)
          .toFixed(1),
    ],
    [
      'notified after',
      ({ notifications, notificationsMs }) =>
        notifications ? `${(notificationsMs / 1000).toFixed(1)} s` : '-',
    ],
    ['scans', ({ scans }) => scans.join(' ') || '-'],
  ];

function overFloors({
  p95Ms,
  sqlFloorP95Ms,
  routeFloorP95Ms,
}: Figures): number {
  return p95Ms / (sqlFloorP95Ms + routeFloorP95Ms);
}

/** Shows the figures of all measures as a table. */
export function showTable(measures: readonly Figures[]): void {
  const rows = [
    columns.map(([title]) => title),
    ...measures.map(figures => columns.map(([, show]) => show(figures))),
  ];
  const widths = columns.map((_, index) =>
    Math.max(...rows.map(row => row[index].length)),
  );
  for (const row of rows) {
    say(
      row
        .map((cell, index) =>
          index === 0
            ? cell.padEnd(widths[index])
            : cell.padStart(widths[index]),
        )
        .join('  '),
    );
  }
}

/** Shows where the backend spent its time, where profiles were taken. */
export function showHotSpots(measures: readonly Figures[]): void {
  for (const { name, hot = {} } of measures) {
    for (const [kind, spots] of Object.entries<readonly HotSpot[]>(hot)) {
      say(`\n${name}: ${kind}`);
      for (const spot of spots) {
        say(`  ${(spot.share * 100).toFixed(1).padStart(5)}%  ${spot.name}`);
      }
    }
  }
}

/** What the figures depend on beside the desk. */
export function describeMachine() {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim(),
    cores: processors.length,
    memoryMb: megabytes(totalmem()),
    system: `${type()} ${release()}`,
    node: process.version,
  };
}

export function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
