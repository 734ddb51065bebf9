import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { parse } from 'yaml';
import { cases } from '../__testUtils__/cases';
import { readDeskConfig } from './readDeskConfig';

const ONE = 'Mistake in the configuration of the desk: ';

/** Nearly every setting there is. */
const deskWithEverything: JsonObject = parse(
  readFileSync(resolve(__dirname, '../../examples/everything.yaml'), 'utf8'),
).tickets;

type Place = readonly (string | number)[];

/** The paths of all values in a value, its own first. */
function placesIn(value: JsonValue | undefined): Place[] {
  const inside =
    typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [
    [],
    ...inside.flatMap(([key, item]) =>
      placesIn(item).map(place => [
        Array.isArray(value) ? Number(key) : key,
        ...place,
      ]),
    ),
  ];
}

function replaced(
  whole: JsonValue | undefined,
  [key, ...rest]: Place,
  value: JsonValue,
): JsonValue {
  if (key === undefined) {
    return value;
  }
  const copy = structuredClone(whole);
  if (Array.isArray(copy)) {
    copy[Number(key)] = replaced(copy[Number(key)], rest, value);
    return copy;
  }
  const object = copy as JsonObject;
  return { ...object, [key]: replaced(object[key], rest, value) };
}

function complaintAbout(tickets: JsonValue): string | undefined {
  try {
    readDeskConfig(new ConfigReader({ tickets }));
    return undefined;
  } catch (error) {
    return String((error as Error).message);
  }
}

describe('a mistake in the configuration', () => {
  it('is named in our own words, whatever stands where', () => {
    const anywhere = fc.constantFrom(...placesIn(deskWithEverything));
    const anything = fc.oneof(
      fc.constantFrom<JsonValue[]>('', ' ', 'x', 'group:default/a', 0, -1.5),
      fc.constantFrom<JsonValue[]>(true, null, [], {}, [null], [[]], [{}]),
      fc.jsonValue({ maxDepth: 2 }).map(value => value as JsonValue),
    );
    const line =
      /^tickets(\.[\w-]+|\[\d+\]|\[".*"\])* is .+: (use|put|write|list|add|name|there is no|it |its |tickets\.)/;
    fc.assert(
      fc.property(anywhere, anything, (place, value) => {
        const tickets = replaced(deskWithEverything, place, value);
        const message = complaintAbout(tickets);
        fc.pre(message !== undefined);
        const issues = message.startsWith(ONE)
          ? [message.slice(ONE.length)]
          : message.split('\n  ').slice(1);
        expect(issues.length).toBeGreaterThan(0);
        for (const mistake of issues) {
          expect(mistake).toMatch(line);
          expect(mistake).not.toMatch(/invalid input|expected \w+, received/i);
        }
      }),
      {
        numRuns: cases(1000),
        examples: [
          [
            'categories.0.form.schema.properties.environment.enum.1'.split('.'),
            { toString: null },
          ],
        ],
      },
    );
  });
});
