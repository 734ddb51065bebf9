import type { JsonObject } from '@backstage/types';
import type { RequestIssue } from '@portaldesk/plugin-tickets-common';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { asIssue } from './formIssues';
import { fieldNames, notAskingFor, omit } from './formLevels';
import { compileForm } from './formSchema';
import { type CategoryForm, shownForm } from './forms';

/** Checks the values of a category's form. */
export class FormCheck {
  readonly #known: ReadonlySet<string>;
  readonly #shown: ReadonlySet<string>;
  readonly #hidden: readonly string[];
  readonly #inside: ValidateFunction;
  readonly #outside: ValidateFunction;

  constructor(form: CategoryForm) {
    const { schema, hidden } = form;
    this.#known = fieldNames(schema);
    this.#hidden = hidden;
    this.#shown = fieldNames(shownForm(form, false));
    this.#inside = compileForm(schema);
    this.#outside =
      hidden.length > 0
        ? compileForm(notAskingFor(schema, hidden))
        : this.#inside;
  }

  /** Whether there is such a field, inside or outside. */
  has(name: string, inside: boolean): boolean {
    return (inside ? this.#known : this.#shown).has(name);
  }

  /**
   * All that is wrong. Hidden fields count only from inside: neither what they
   * contain nor what is required because of them matters outside.
   */
  issuesIn(fields: JsonObject, inside: boolean): RequestIssue[] {
    const validate = inside ? this.#inside : this.#outside;
    const judged = inside ? fields : omit(fields, this.#hidden);
    return validate(judged)
      ? []
      : relevantOf(validate.errors ?? []).map(asIssue);
  }
}

const CHOICES = ['oneOf', 'anyOf', 'if'];

/**
 * The errors that help: none of alternatives that another field rules out, and
 * "no alternative matches" only where there is no other error.
 */
function relevantOf(errors: readonly ErrorObject[]): ErrorObject[] {
  const ruledOut = new Set(
    errors.flatMap(
      ({ schemaPath }) =>
        /^(.*\/(?:oneOf|anyOf)\/\d+)\/properties\/[^/]+\/(?:enum|const)$/.exec(
          schemaPath,
        )?.[1] ?? [],
    ),
  );
  const relevant = errors.filter(
    ({ schemaPath }) =>
      !pathsAbove(schemaPath).some(path => ruledOut.has(path)),
  );
  const exact = relevant.filter(({ keyword }) => !CHOICES.includes(keyword));
  return exact.length > 0 ? exact : relevant;
}

/** Of `a/b/c`: `a` and `a/b`. */
function pathsAbove(path: string): string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));
}
