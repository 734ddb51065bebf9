import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { z } from 'zod';
import { readKeys } from '../__testUtils__/configReference/readKeys';
import {
  referenceFile,
  referenceText,
} from '../__testUtils__/configReference/referenceText';
import { ticketsConfigSchema } from './schema/ticketsConfig';

interface Json {
  properties?: Record<string, Json>;
  additionalProperties?: Json;
  items?: Json;
  anyOf?: Json[];
}

const keys = readKeys().filter(({ path }) => path !== 'tickets');

/** What the desk reads at a path such as `tickets.statuses[].title`. */
function schemaAt(path: string): Json | undefined {
  const own = z.toJSONSchema(ticketsConfigSchema, {
    io: 'input',
    unrepresentable: 'any',
  }) as Json;
  return path
    .replaceAll('[]', '.[]')
    .split('.')
    .slice(1)
    .reduce<Json | undefined>((json, part) => {
      if (part === '[]') {
        return json?.items;
      }
      // of several forms, that which has such a key
      const forms = json?.anyOf ?? [json];
      return part.startsWith('<')
        ? json?.additionalProperties
        : forms.find(form => form?.properties?.[part])?.properties?.[part];
    }, own);
}

describe('the reference of the configuration', () => {
  it('is current: else run `npm run config-reference`', () => {
    expect(readFileSync(referenceFile, 'utf8')).toBe(referenceText());
  });

  it('has a heading for every key', () => {
    const headings = [...referenceText().matchAll(/^##+ `(.*)`$/gm)];
    expect(headings.map(([, path]) => path)).toEqual(
      keys.map(({ path }) => path),
    );
    expect(keys.length).toBeGreaterThan(130);
  });
});

describe('every key', () => {
  it.each(keys.map(key => [key.path, key] as const))(
    '%s is described, with an example that holds',
    (path, { description, example }) => {
      const schema = schemaAt(path);
      const ajv = addFormats(new Ajv({ strict: false }));

      expect(description).toMatch(/^[A-Z`].+\.$/s);
      expect(schema).toBeDefined();
      expect(example).toBeTruthy();
      expect(ajv.validate(schema ?? false, parse(example ?? ''))).toBe(true);
    },
  );
});
