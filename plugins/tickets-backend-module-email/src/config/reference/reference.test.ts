import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfigSchema } from '@backstage/config-loader';
import { emailConfigSchema } from '../schema';
import {
  configSchemaFile,
  configSchemaJson,
  settingSchema,
} from './configSchema';
import { readmeFile, withSettings } from './settingsTable';

describe('what is made of the settings is current: else run `npm run config-reference`', () => {
  it('the published schema', () => {
    expect(readFileSync(configSchemaFile, 'utf8')).toBe(configSchemaJson());
    expect(configSchemaJson()).toContain('"visibility": "secret"');
  });

  it('the table of the README', () => {
    const readme = readFileSync(readmeFile, 'utf8');
    expect(readme).toBe(withSettings(readme));
  });
});

it('a portal takes the published schema, or it would not start', async () => {
  const schema = await loadConfigSchema({
    dependencies: [],
    packagePaths: [resolve(configSchemaFile, '../package.json')],
    excludePackageDependencies: true,
  });
  const { schemas } = schema.serialize();
  expect(schemas).toHaveLength(1);
});

it('every setting has an example that is read', () => {
  const { properties = {} } = settingSchema();
  const examples = Object.fromEntries(
    Object.entries(properties).map(([name, { example }]) => [name, example]),
  );
  expect(() => emailConfigSchema.parse(examples)).not.toThrow();
  expect(Object.keys(examples)).toHaveLength(9);
});
