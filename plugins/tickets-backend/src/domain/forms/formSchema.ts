import type { JsonObject, JsonValue } from '@backstage/types';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { LinearPattern, PatternError } from './LinearPattern';
import { boundFormats } from './boundFormats';
import { findHeavyPatterns } from './findHeavyPatterns';
import type { FormIssue } from './FormIssue';
import { fieldNames } from './formLevels';
import { isObject } from './formWords';
import { withDefaults } from './forms';

const FIELD_NAME = /^[A-Za-z][\w-]{0,63}$/;

/**
 * Compiles the check of a form's values. It reports all errors, and adds no
 * values.
 *
 * @throws Error when the schema is invalid, which `findFormMistakes` rules out
 */
export function compileForm(schema: JsonObject): ValidateFunction {
  return ajvFor(schema).compile(schema);
}

/** Finds mistakes in the schema of a form. */
export function findFormIssues(schema: JsonObject): FormIssue[] {
  const issues = [...findShapeMistakes(schema), ...findInvalid(schema)];
  if (issues.length > 0) {
    return issues;
  }
  const broken = findBroken(schema, []);
  if (broken.length > 0) {
    return broken;
  }
  const heavy = findHeavyPatterns(schema);
  return heavy.length > 0 ? heavy : findRefusedDefaults(schema, []);
}

/** Finds invalid defaults, which would refuse every ticket. */
function findRefusedDefaults(
  { properties }: JsonObject,
  at: FormIssue['at'],
): FormIssue[] {
  return Object.entries(isObject(properties) ? properties : {}).flatMap(
    ([name, field]) => {
      if (!isObject(field)) {
        return [];
      }
      const place = [...at, 'properties', name];
      const reason = reasonAgainstDefault(field);
      return reason === undefined
        ? findRefusedDefaults(field, place)
        : [
            {
              at: [...place, 'default'],
              hint: `use a value that the field takes: it ${reason}`,
            },
          ];
    },
  );
}

/** A field that refers to other parts of the form is not checked alone. */
function reasonAgainstDefault(field: JsonObject): string | undefined {
  const value = field.default;
  if (value === undefined || reasonAgainst(field) !== undefined) {
    return undefined;
  }
  const validate = compileForm(field);
  return validate(isObject(value) ? withDefaults(field, value) : value)
    ? undefined
    : validate.errors?.[0]?.message;
}

/** A form asks for an object with fields. */
function findShapeMistakes(schema: JsonObject): FormIssue[] {
  const { type, required } = schema;
  const fields = [...fieldNames(schema)];
  const issues: FormIssue[] = [];
  if (type !== undefined && type !== 'object') {
    issues.push({ at: ['type'], hint: 'use object, or leave it out' });
  }
  if (fields.length === 0) {
    issues.push({ at: ['properties'], hint: 'add at least one field' });
  }
  for (const name of fields.filter(field => !FIELD_NAME.test(field))) {
    issues.push({
      at: ['properties'],
      hint: `write the name of the field ${JSON.stringify(name)} with at most 64 letters, digits, dashes and underscores, a letter first`,
    });
  }
  if (Array.isArray(required) && fields.length > 0) {
    required.forEach((name, index) => {
      if (typeof name === 'string' && !fields.includes(name)) {
        issues.push({
          at: ['required', index],
          hint: `use one of ${fields.join(', ')}, or add it to the properties of the form`,
        });
      }
    });
  }
  return issues;
}

/** What JSON Schema's own schema says against it, once for each place. */
function findInvalid(schema: JsonObject): FormIssue[] {
  const ajv = ajvFor(schema);
  if (ajv.validateSchema(schema) === true) {
    return [];
  }
  const first = new Map<string, ErrorObject>();
  for (const error of ajv.errors ?? []) {
    if (!first.has(error.instancePath)) {
      first.set(error.instancePath, error);
    }
  }
  return [...first].map(([pointer, { message, params }]) => ({
    at: placeOf(pointer, schema),
    hint: jsonSchemaRemedy(
      [`it ${message}`, ...allowedValues(params)].join(': '),
    ),
  }));
}

/** Finds the innermost fields that cannot be compiled. */
function findBroken(schema: JsonObject, at: FormIssue['at']): FormIssue[] {
  const reason = reasonAgainst(schema);
  if (reason === undefined) {
    return [];
  }
  const fields = isObject(schema.properties) ? schema.properties : {};
  const inside = Object.entries(fields).flatMap(([name, field]) =>
    isObject(field) ? findBroken(field, [...at, 'properties', name]) : [],
  );
  if (isObject(schema.items)) {
    inside.push(...findBroken(schema.items, [...at, 'items']));
  }
  return inside.length > 0 ? inside : [{ at, hint: reason }];
}

/** What to do about a schema that cannot be compiled. */
function reasonAgainst(schema: JsonObject): string | undefined {
  try {
    ajvFor(schema).compile(schema);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return error instanceof PatternError
      ? message
      : jsonSchemaRemedy(
          message
            .replace(/^strict mode: /, '')
            .replace(/ in schema at path.*/, ''),
        );
  }
}

/** In place of the regular expressions of the platform. */
const linearPatterns = Object.assign(
  (source: string) => LinearPattern.of(source),
  { code: 'LinearPattern' },
);

/**
 * Strict, so that a misspelt keyword is a mistake; keywords that begin with
 * `ui:` are for the screens. All errors are collected, which can be many:
 * `fieldsSchema` limits the values of a form.
 */
function ajvFor(schema: JsonObject): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictTuples: false,
    logger: false,
    verbose: true,
    code: { regExp: linearPatterns },
  });
  addFormats(ajv);
  boundFormats(ajv);
  for (const keyword of new Set(['enumNames', ...hintsIn(schema)])) {
    ajv.addKeyword(keyword);
  }
  return ajv;
}

/** The keywords in a schema that are hints for the screens. */
function hintsIn(value: JsonValue | undefined): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(hintsIn);
  }
  return isObject(value)
    ? Object.entries(value).flatMap(([key, inside]) =>
        /^ui:[a-z]+$/i.test(key) ? [key] : hintsIn(inside),
      )
    : [];
}

function jsonSchemaRemedy(reason: string): string {
  return `write valid JSON Schema: ${reason}`;
}

function allowedValues(params: Record<string, unknown>): string[] {
  const { allowedValues: values } = params;
  return Array.isArray(values) ? [values.join(', ')] : [];
}

/** A JSON pointer as a path; places in lists are numbers. */
function placeOf(pointer: string, schema: unknown): (string | number)[] {
  const path: (string | number)[] = [];
  let value = schema;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(key) : key);
    value = Object(value)[key];
  }
  return path;
}
