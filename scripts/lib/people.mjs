import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from './paths.mjs';

/**
 * The people whom the demo portal's sign-in page offers, one line for each
 * group: who they are is settled in app-config.yaml.
 */
export function demoPeople() {
  const require = createRequire(inRoot('packages/backend/package.json'));
  const config = require('yaml').parse(
    readFileSync(inRoot('app-config.yaml'), 'utf8'),
  );
  const groups = config.demo.groups.map(({ title, role, people }) => ({
    title: `${title} (${role}s)`,
    names: people.map(({ name }) => name).join(', '),
  }));
  const width = Math.max(...groups.map(({ title }) => title.length));
  return groups.map(({ title, names }) => `${title.padEnd(width)}  ${names}`);
}
