import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { ticketsConfigSchema } from '../schema/ticketsConfig';
import { configSchemaFile, configSchemaJson } from './configSchema';
import { exampleYaml } from './exampleYaml';
import { referenceFile, referenceText } from './referenceText';
import { readSettings } from './settings';

const settings = readSettings();

/** What reads the setting at a path such as `tickets.statuses[].title`. */
function readerOf(path: string): z.ZodType {
  return path
    .replaceAll('[]', '.[]')
    .split('.')
    .slice(1)
    .reduce<z.ZodType[]>(
      (readers, part) =>
        readers.flatMap(formsOf).flatMap(form => readersInside(form, part)),
      [ticketsConfigSchema],
    )[0];
}

/** The forms of a value, without what says only whether it must be there. */
function formsOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'prefault':
      return formsOf(def.innerType);
    case 'pipe':
      return formsOf(def.in);
    case 'union':
      return def.options.flatMap(formsOf);
    default:
      return [schema];
  }
}

function readersInside(schema: z.core.$ZodType, part: string): z.ZodType[] {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  const found =
    (def.type === 'array' && part === '[]' && def.element) ||
    (def.type === 'record' && part.startsWith('<') && def.valueType) ||
    (def.type === 'object' && def.shape[part]);
  return found ? [found as z.ZodType] : [];
}

describe('what is made of the settings is current: else run `npm run config-reference`', () => {
  it.each([
    ['the reference', referenceFile, referenceText],
    ['the published schema', configSchemaFile, configSchemaJson],
  ])('%s', (_name, file, text) => {
    expect(readFileSync(file, 'utf8')).toBe(text());
  });
});

describe('the reference', () => {
  it('has a heading for every setting', () => {
    const headings = [...referenceText().matchAll(/^##+ `(.*)`$/gm)];
    expect(headings.map(([, path]) => path)).toEqual(
      settings.map(({ path }) => path),
    );
    expect(settings.length).toBeGreaterThan(130);
  });
});

describe('the published schema', () => {
  it('has an example of every setting, and only words of JSON Schema', () => {
    const text = configSchemaJson();
    expect(text.match(/"examples": \[/g)).toHaveLength(settings.length);
    expect(text).not.toMatch(/"(example|defaultText|valueText|keyName)":/);
  });
});

describe('every setting', () => {
  it.each(settings.map(setting => [setting.path, setting] as const))(
    '%s is described, with an example that the desk reads',
    (path, { schema: { description, example } }) => {
      expect(description).toMatch(/^[A-Z`].+\.$/s);
      expect(example).toBeDefined();
      expect(parse(exampleYaml(example))).toEqual(example);
      expect(() => readerOf(path).parse(example)).not.toThrow();
    },
  );
});
