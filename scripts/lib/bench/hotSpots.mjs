import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SHOWN = 12;

/**
 * Where a process spent its time by a CPU profile, in shares of the time in
 * which it was not idle: in which functions themselves, and in which packages.
 *
 * @param {string} file
 * @returns {Record<'functions' | 'packages', { share: number, name: string }[]>}
 */
export function hotSpots(file) {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8'));
  const frames = new Map(nodes.map(node => [node.id, node.callFrame]));
  const spent = samples
    .map((id, index) => ({ frame: frames.get(id), time: timeDeltas[index] }))
    .filter(({ frame }) => !isOurs(frame));
  return {
    functions: largest(spent, functionOf),
    packages: largest(spent, packageOf),
  };
}

/** Time that passes with nothing to do, or with profiling. */
const isOurs = ({ functionName, url }) =>
  functionName === '(idle)' || url === 'node:inspector';

function largest(spent, nameOf) {
  const times = new Map();
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

function functionOf({ functionName, url, lineNumber }) {
  const name = functionName || '(anonymous)';
  return url ? `${name} ${placeOf(url)}:${lineNumber + 1}` : name;
}

/** A file inside of its package. */
function placeOf(url) {
  const path = url.startsWith('file:') ? fileURLToPath(url) : url;
  return path.replace(/^.*\/node_modules\//, '');
}

function packageOf({ functionName, url }) {
  if (!url) return functionName || '(native)';
  if (url.startsWith('node:')) return 'node';
  return placeOf(url).match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? url;
}
