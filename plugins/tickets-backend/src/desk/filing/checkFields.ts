import type { JsonObject } from '@backstage/types';
import {
  type FileTicketRequest,
  type RequestIssue,
  fileTicketRequestSchema,
} from '@portaldesk/plugin-tickets-common';
import type { Category } from '../../config/DeskConfig';
import { FormCheck } from '../../domain/forms/FormCheck';
import { type CategoryForm, withDefaults } from '../../domain/forms/forms';
import { InvalidRequestError, issueAt } from '../errors';
import { readInput } from '../input/readInput';

type Fields = NonNullable<FileTicketRequest['fields']>;

const { fields: fieldsSchema } = fileTicketRequestSchema.shape;

/** A form is compiled once, when it is first filled in. */
const checks = new WeakMap<CategoryForm, FormCheck>();

function checkOf(form: CategoryForm): FormCheck {
  const known = checks.get(form) ?? new FormCheck(form);
  checks.set(form, known);
  return known;
}

/**
 * The fields of a new ticket: what was filled in, and the form's defaults for
 * what is absent. A field that is null stays empty, also where it has a default.
 *
 * @param inside - whether an agent fills the form in
 * @throws InvalidRequestError at `fields.…`
 */
export function newFields(
  category: Category | undefined,
  given: JsonObject,
  inside: boolean,
): Fields {
  const form = category?.form;
  requireFields(form, filledIn(given), inside);
  if (!form) {
    return {};
  }
  // who does not see a field does not keep it from its default either
  const seen = Object.entries(given).filter(
    ([name, value]) => value !== null || checkOf(form).has(name, inside),
  );
  const complete = filledIn(
    withDefaults(form.schema, Object.fromEntries(seen)),
  );
  refuse(checkOf(form).issuesIn(complete, inside));
  // it was read from JSON, which knows no undefined
  return complete as Fields;
}

/**
 * Checks a change of the fields of a ticket. What was wrong before, and is not
 * changed, may stay so: the form can have changed since.
 *
 * @param changes - fields by name; null empties one
 * @throws InvalidRequestError at `fields.…`
 */
export function requireValidChanges(
  category: Category | undefined,
  before: JsonObject,
  changes: JsonObject,
  inside: boolean,
): void {
  const form = category?.form;
  // agents can empty fields that the form no longer has
  requireFields(form, inside ? filledIn(changes) : changes, inside);
  if (form) {
    const after = filledIn({ ...before, ...changes });
    requireBounds(before, after);
    refuse(
      checkOf(form)
        .issuesIn(after, inside)
        .filter(({ path }) => Object.hasOwn(changes, fieldOf(path))),
    );
  }
}

/**
 * Changes that are small enough, each of them, do not add up to too much. A form
 * that became too large otherwise can be made smaller.
 */
function requireBounds(before: JsonObject, after: JsonObject): void {
  const { error } = fieldsSchema.safeParse(after);
  if (error && lengthOf(after) > lengthOf(before)) {
    refuse(
      readInput(fieldsSchema, after, []).issues.map(issue => ({
        ...issue,
        path: '',
      })),
    );
  }
}

function lengthOf(fields: JsonObject): number {
  return JSON.stringify(fields).length;
}

function requireFields(
  form: CategoryForm | undefined,
  fields: JsonObject,
  inside: boolean,
): void {
  refuse(
    Object.keys(fields)
      .filter(name => !form || !checkOf(form).has(name, inside))
      .map(name => issueAt(name, 'there is no such field', 'unknown-field')),
  );
}

function refuse(issues: readonly RequestIssue[]): void {
  if (issues.length > 0) {
    throw new InvalidRequestError(
      issues.map(({ path, ...issue }) => ({
        path: path ? `fields.${path}` : 'fields',
        ...issue,
      })),
    );
  }
}

function filledIn(fields: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null),
  );
}

function fieldOf(path: string): string {
  return path.split(/[.[]/)[0];
}
