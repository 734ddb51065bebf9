import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { parse } from 'yaml';
import { readDeskConfig } from './readDeskConfig';

it('takes the example of the README as a desk’s configuration', () => {
  const readme = readFileSync(
    resolve(__dirname, '../../../../README.md'),
    'utf8',
  );
  const examples = [...readme.matchAll(/```yaml\n(tickets:[\s\S]*?)```/g)];
  expect(examples).toHaveLength(1);
  const config = readDeskConfig(new ConfigReader(parse(examples[0][1])));
  expect(config.access.teams).toEqual([
    'group:default/platform-support',
    'group:default/commerce-support',
  ]);
  expect(config.statuses.after('new').map(({ id }) => id)).toEqual(['working']);
});

it('takes the example of the package’s README as a desk’s configuration', () => {
  const readme = readFileSync(resolve(__dirname, '../../README.md'), 'utf8');
  const examples = [...readme.matchAll(/```yaml\n(tickets:[\s\S]*?)```/g)];
  expect(examples).toHaveLength(1);
  const config = readDeskConfig(new ConfigReader(parse(examples[0][1])));
  expect(config.teams).toEqual([
    { group: 'group:default/platform-support', assign: 'round-robin' },
  ]);
  expect(config.categories[0].form?.schema).toMatchObject({
    properties: { role: { enum: ['reader', 'writer'] } },
  });
  expect(config.categories[0].form?.schema).not.toHaveProperty('required');
});
