import type { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { cases } from '../../__testUtils__/cases';
import { FormCheck } from './FormCheck';
import { compileForm } from './formSchema';
import { shownForm } from './forms';

const SHOWN = ['host', 'size'];
const HIDDEN = ['cost', 'owner'];
const VALUES = [undefined, 'x', 'y'];

const name = fc.constantFrom(...SHOWN, ...HIDDEN);

/** What can be said of the fields of an object, one inside of the other. */
const { said } = fc.letrec<{ said: JsonObject }>(tie => {
  const some = fc.array(tie('said'), { minLength: 1, maxLength: 3 });
  return {
    said: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ required: fc.uniqueArray(name, { minLength: 1 }) }),
      fc
        .dictionary(
          name,
          fc.constantFrom<JsonObject>(
            { const: 'x' },
            { enum: ['y'] },
            { type: 'string' },
          ),
          { minKeys: 1 },
        )
        .map(properties => ({ properties })),
      fc
        .tuple(tie('said'), tie('said'))
        .map(([one, other]) => ({ ...one, ...other })),
      fc.record({ allOf: some }),
      fc.record({ anyOf: some }),
      fc.record({ oneOf: some }),
      fc.record({ not: tie('said') }),
      fc.record(
        { if: tie('said'), then: tie('said'), else: tie('said') },
        { requiredKeys: ['if', 'then'] },
      ),
      fc
        .tuple(name, fc.oneof(fc.uniqueArray(name), tie('said')))
        .map(([field, asked]) => ({ dependencies: { [field]: asked } })),
    ),
  };
});

/** A form of four fields, and what is said of them. */
const forms = said.map(more => ({
  schema: {
    type: 'object',
    properties: Object.fromEntries(
      [...SHOWN, ...HIDDEN].map(field => [field, { enum: ['x', 'y'] }]),
    ),
    allOf: [more],
  } satisfies JsonObject,
  hidden: HIDDEN,
}));

/** Everything that can be filled into these fields. */
function filled(fields: readonly string[]): JsonObject[] {
  return fields.reduce<JsonObject[]>(
    (all, field) =>
      all.flatMap(one =>
        VALUES.map(value =>
          value === undefined ? one : { ...one, [field]: value },
        ),
      ),
    [{}],
  );
}

describe('whoever fills in a form from outside', () => {
  it('is neither refused for nor told of what depends on fields that only agents see', () => {
    const seen = { refused: 0, taken: 0 };
    fc.assert(
      fc.property(forms, form => {
        const check = new FormCheck(form);
        const shown = shownForm(form, false);
        const inBrowser = compileForm(shown);
        expect(JSON.stringify(shown)).not.toMatch(/cost|owner/);
        for (const fields of filled(SHOWN)) {
          const issues = check.issuesIn(fields, false);
          expect(JSON.stringify(issues)).not.toMatch(/cost|owner/);
          const all = filled(HIDDEN).map(more => ({ ...fields, ...more }));
          // whatever agents filled in
          for (const one of all) {
            expect(check.issuesIn(one, false)).toEqual(issues);
          }
          const isPossible = all.some(
            one => check.issuesIn(one, true).length === 0,
          );
          const isTaken = issues.length === 0 && inBrowser(fields);
          expect([fields, isTaken || !isPossible]).toEqual([fields, true]);
          seen.refused += Number(issues.length > 0);
          seen.taken += Number(issues.length === 0);
        }
      }),
      { numRuns: cases(300) },
    );
    // nothing is shown by forms that take everything, or nothing
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(cases(100));
  });
});
