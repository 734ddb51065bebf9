import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { ApiDescription } from './ApiDescription';
import type { FuzzRequest } from './FuzzRequest';
import type { FuzzAnswer } from './send';
import { isObject } from './hostile';

/** Says what of an answer is not as the document promises. */
export class AnswerCheck {
  readonly #ajv = new Ajv({ strict: false, allErrors: false });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor({ document }: ApiDescription) {
    addFormats(this.#ajv);
    this.#ajv.addSchema({ $id: 'api', ...document });
  }

  /** The complaint, if there is one. */
  complaint(sent: FuzzRequest, answer: FuzzAnswer): string | undefined {
    if (answer.status >= 500) {
      return 'failed';
    }
    return answer.status >= 400
      ? ofRefusal(answer)
      : this.#ofSuccess(sent, answer);
  }

  #ofSuccess(
    { operation, method }: FuzzRequest,
    { status, text, headers }: FuzzAnswer,
  ): string | undefined {
    if (method !== operation.method) {
      return undefined; // another operation answered
    }
    if (!(status in operation.answers)) {
      const minimal = headers['preference-applied'] && status === 201;
      return minimal ? undefined : 'is a status that is not documented';
    }
    const { mediaTypes, json } = operation.answers[status];
    if (text === '' && headers['preference-applied']) {
      return undefined;
    }
    const [mediaType] = String(headers['content-type'] ?? '').split(';');
    if (!json || mediaType !== 'application/json') {
      return text === '' ||
        mediaTypes.some(type => type === mediaType || type === '*/*')
        ? undefined
        : `is ${mediaType}, which is not documented`;
    }
    const validate = this.#validator(json);
    return validate(parsed(text))
      ? undefined
      : `is not as documented: ${this.#ajv.errorsText(validate.errors)}`;
  }

  #validator(pointer: string): ValidateFunction {
    const present = this.#validators.get(pointer);
    const validator = present ?? this.#ajv.compile({ $ref: `api${pointer}` });
    this.#validators.set(pointer, validator);
    return validator;
  }
}

/** A refusal says in Backstage's form what it is, and a 400 also where. */
function ofRefusal({ status, text }: FuzzAnswer): string | undefined {
  const body = parsed(text);
  const error = isObject(body) ? body.error : undefined;
  if (
    !isObject(error) ||
    !isText(error.name) ||
    !isText(error.message) ||
    error.name === 'Error'
  ) {
    return 'is refused without an error of ours';
  }
  if (status !== 400) {
    return undefined;
  }
  const issues: unknown[] = Array.isArray(error.issues) ? error.issues : [];
  return issues.length > 0 &&
    issues.every(
      issue => isObject(issue) && isText(issue.path) && isText(issue.message),
    )
    ? undefined
    : 'is refused without the path of what is wrong';
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
