import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const facts = [
  ...readFileSync(
    resolve(__dirname, '../../../docs/mail-facts.md'),
    'utf8',
  ).matchAll(/\| `([^`]+\.ts)`: (.+?) +\|$/gm),
].map(([, file, title]) => [title, file] as const);

it('many facts of mail have tests', () => {
  expect(facts.length).toBeGreaterThan(45);
});

it.each(facts)('there is the test "%s"', (title, file) => {
  const path = file.startsWith('corpus/') ? `__testUtils__/${file}` : file;
  expect(readFileSync(resolve(__dirname, path), 'utf8')).toContain(title);
});
