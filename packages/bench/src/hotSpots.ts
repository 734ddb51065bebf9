import { readFileSync } from 'node:fs';
import type { Profiler, Runtime } from 'node:inspector';
import { fileURLToPath } from 'node:url';

const SHOWN = 12;

type CallFrame = Pick<Runtime.CallFrame, 'functionName' | 'url' | 'lineNumber'>;

/** A part of the time, as a share from 0 to 1. */
export interface HotSpot {
  readonly share: number;
  readonly name: string;
}

export interface HotSpots {
  readonly functions: readonly HotSpot[];
  readonly packages: readonly HotSpot[];
}

interface Sample {
  readonly frame: CallFrame;
  /** Microseconds. */
  readonly time: number;
}

/**
 * Where a process spent its time by a CPU profile, in shares of the time in
 * which it was not idle: in which functions themselves, and in which packages.
 */
export function hotSpots(file: string): HotSpots {
  const {
    nodes,
    samples = [],
    timeDeltas = [],
  }: Profiler.Profile = JSON.parse(readFileSync(file, 'utf8'));
  const frames = new Map(nodes.map(node => [node.id, node.callFrame]));
  const spent = samples.flatMap((id, index) => {
    const frame = frames.get(id);
    return frame && !isOurs(frame) ? [{ frame, time: timeDeltas[index] }] : [];
  });
  return {
    functions: largest(spent, functionOf),
    packages: largest(spent, packageOf),
  };
}

/** Time that passes with nothing to do, or with profiling. */
function isOurs({ functionName, url }: CallFrame): boolean {
  return functionName === '(idle)' || url === 'node:inspector';
}

function largest(
  spent: readonly Sample[],
  nameOf: (frame: CallFrame) => string,
): HotSpot[] {
  const times = new Map<string, number>();
  let all = 0;
  for (const { frame, time } of spent) {
    const name = nameOf(frame);
    all += time;
    times.set(name, (times.get(name) ?? 0) + time);
  }
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([name, time]) => ({ share: time / all, name }));
}

function functionOf({ functionName, url, lineNumber }: CallFrame): string {
  const name = functionName || '(anonymous)';
  return url ? `${name} ${placeOf(url)}:${lineNumber + 1}` : name;
}

/** A file inside of its package. */
function placeOf(url: string): string {
  const path = url.startsWith('file:') ? fileURLToPath(url) : url;
  return path.replace(/^.*\/node_modules\//, '');
}

function packageOf({ functionName, url }: CallFrame): string {
  if (!url) {
    return functionName || '(native)';
  }
  if (url.startsWith('node:')) {
    return 'node';
  }
  return placeOf(url).match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? url;
}
