import type { JsonObject } from '@backstage/types';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { MAX_PATTERN_TEXT } from './LinearPattern';
import { fieldNames, notAskingFor, omit } from './formLevels';
import { compileForm } from './formSchema';
import { type CategoryForm, shownForm } from './forms';

/** What is wrong in a filled in form. */
export interface FieldIssue {
  /** Name of the field, and the place inside it, such as `hosts[1].name`. */
  readonly path: string;
  readonly message: string;
}

/** Checks what is filled into a category's form. */
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

  /** Whether there is such a field for somebody. */
  has(name: string, inside: boolean): boolean {
    return (inside ? this.#known : this.#shown).has(name);
  }

  /**
   * All that is wrong; only from inside does it have to hold what is required
   * of hidden fields, or because of them. From outside it does not matter what
   * these hold.
   */
  mistakesIn(fields: JsonObject, inside: boolean): FieldIssue[] {
    const validate = inside ? this.#inside : this.#outside;
    const judged = inside ? fields : omit(fields, this.#hidden);
    return validate(judged)
      ? []
      : notified(validate.errors ?? []).map(asMistake);
  }
}

const TOO_LONG = `has at most ${MAX_PATTERN_TEXT} characters`;

const CHOICES = ['oneOf', 'anyOf', 'if'];

/**
 * What is worth telling: nothing of alternatives that another field rules out,
 * and that no alternative fits only where nothing else is said.
 */
function notified(errors: readonly ErrorObject[]): ErrorObject[] {
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

function asMistake(error: ErrorObject): FieldIssue {
  const { keyword, params, instancePath, message, data } = error;
  const at = (name: string) => `${instancePath}/${name}`;
  switch (keyword) {
    case 'required':
      return issue(at(params.missingProperty), 'is required');
    case 'additionalProperties':
      return issue(at(params.additionalProperty), 'there is no such field');
    case 'enum':
      return issue(
        instancePath,
        `must be one of ${params.allowedValues.join(', ')}`,
      );
    case 'pattern':
    case 'format':
      return issue(instancePath, isTooLong(data) ? TOO_LONG : message);
    default:
      return issue(instancePath, message);
  }
}

function isTooLong(value: unknown): boolean {
  return typeof value === 'string' && value.length > MAX_PATTERN_TEXT;
}

function issue(
  pointer: string,
  message: string | undefined = 'is not valid',
): FieldIssue {
  return { path: pathOf(pointer), message };
}

/** A JSON pointer in the way in which the desk writes paths. */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => {
      if (/^\d+$/.test(part)) {
        return `${path}[${part}]`;
      }
      return path ? `${path}.${part}` : part;
    }, '');
}
