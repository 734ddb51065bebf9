import {
  createSchemaUtils,
  type PathSchema,
  type RJSFSchema,
  type UiSchema,
} from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { formFieldsOf } from '../../lib/formFields';
import { type AnswerIssue, issuesFrom } from './answerIssues';
import { splitHints } from './hints';
import type { FormAnswers, FormSchema } from './types';

/** What the library keeps: undefined stands for an emptied field. */
type FormData = Record<string, unknown>;

/**
 * Only what the form calls a default is one. Else the library would choose the
 * first of titled values (`oneOf` with `const`) in the name of the person.
 */
export const WHAT_IS_A_DEFAULT = { constAsDefaults: 'never' } as const;

/** A form of the configuration, ready to be filled in. */
export class PreparedForm {
  readonly schema: RJSFSchema;
  readonly uiSchema: UiSchema;
  readonly #utils;

  constructor(form: FormSchema) {
    const { schema, uiSchema } = splitHints(form);
    this.schema = schema;
    this.uiSchema = uiSchema;
    this.#utils = createSchemaUtils(validator, schema, WHAT_IS_A_DEFAULT);
  }

  /** What was typed, with the defaults of what was never touched. */
  fill(value: FormAnswers): FormData {
    const typed = Object.fromEntries(
      Object.entries(value).map(([name, answer]) => [
        name,
        answer === null ? undefined : answer,
      ]),
    );
    const filled = this.#withDefaults(typed);
    // A branch that a default opens has defaults of its own.
    return this.#withDefaults(filled);
  }

  /** What of it the form shows now, without what is empty. */
  answers(filled: FormData): FormAnswers {
    const shown = this.#utils.toPathSchema(
      this.#utils.retrieveSchema(this.schema, filled),
      '',
      filled,
    );
    const answers = Object(withoutEmpty(filled, shown));
    for (const [name, field] of Object.entries(this.#fields(filled))) {
      // The desk would fill its default in again.
      if (answers[name] === undefined && Object(field).default !== undefined) {
        answers[name] = null;
      }
    }
    return answers;
  }

  /** The same without blank rows of lists, so that places are those of the answers. */
  withoutBlankRows(filled: FormData): FormData {
    return Object.fromEntries(
      Object.entries(filled).map(([name, answer]) => [
        name,
        Array.isArray(answer) ? answer.filter(isFilledIn) : answer,
      ]),
    );
  }

  /** What is missing or does not fit in these answers. */
  issuesIn(answers: FormAnswers): AnswerIssue[] {
    const given = Object.fromEntries(
      Object.entries(answers).filter(([, answer]) => answer !== null),
    );
    const schema = this.#utils.retrieveSchema(this.schema, given);
    return issuesFrom(validator.rawValidation(schema, given).errors ?? []);
  }

  /** How answers differ from earlier ones, in what the form can have. */
  changes(before: FormAnswers, answers: FormAnswers): FormAnswers {
    return Object.fromEntries(
      [...formFieldsOf(this.schema).keys()]
        .map(name => [name, before[name] ?? null, answers[name] ?? null])
        .filter(([, was, is]) => JSON.stringify(was) !== JSON.stringify(is))
        .map(([name, , is]) => [name, is]),
    );
  }

  /** Whether people see the field at the moment. */
  shows(name: string, filled: FormData): boolean {
    return (
      Object.hasOwn(this.#fields(filled), name) &&
      Object(this.uiSchema[name])['ui:widget'] !== 'hidden'
    );
  }

  #fields(filled: FormData): object {
    return this.#utils.retrieveSchema(this.schema, filled).properties ?? {};
  }

  #withDefaults(data: FormData): FormData {
    return Object(this.#utils.getDefaultFormState(this.schema, data));
  }
}

/** What the browser keeps of a form: JSON has no undefined. */
export function storedAnswers(data: FormData): FormAnswers {
  return Object.fromEntries(
    Object.entries(data).map(([name, answer]) => [name, answer ?? null]),
  ) as FormAnswers;
}

function isFilledIn(row: unknown): boolean {
  return typeof row === 'string'
    ? row.trim() !== ''
    : row !== undefined && row !== null;
}

/** Leaves out blank texts, empty lists, and what is at no shown place. */
function withoutEmpty(value: unknown, shown: PathSchema | undefined): unknown {
  if (typeof value === 'string') {
    return value.trim() === '' ? undefined : value;
  }
  if (Array.isArray(value)) {
    const items = value
      .map((item, index) => withoutEmpty(item, Object(shown)[index]))
      .filter(item => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) {
    return value ?? undefined;
  }
  const places = Object(shown);
  const isOpen = '__rjsf_additionalProperties' in places;
  const kept = Object.entries(value)
    .filter(([name]) => isOpen || name in places)
    .map(([name, inside]) => [name, withoutEmpty(inside, places[name])])
    .filter(([, inside]) => inside !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
