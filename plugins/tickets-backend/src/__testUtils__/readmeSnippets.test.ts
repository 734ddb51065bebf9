import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const readme = readFileSync(
  resolve(__dirname, '../../../tickets-node/README.md'),
  'utf8',
);
const snippets = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(
  ([, code]) => code,
);

/** The type check reads these files, and so what the README shows compiles. */
const files = [
  'rollbacksPlugin.ts',
  'TicketPolicy.ts',
  'ticketPolicyModule.ts',
  'oldDeskModule.ts',
  'chatModule.ts',
].map(name => readFileSync(resolve(__dirname, name), 'utf8'));

it('shows nothing in the README of tickets-node but files that compile', () => {
  expect(snippets).toEqual(files);
});
