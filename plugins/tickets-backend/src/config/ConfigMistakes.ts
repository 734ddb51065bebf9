import type { z } from 'zod';

type Path = readonly PropertyKey[];

/** Collects what is wrong in `tickets`, to say all of it at once. */
export class ConfigMistakes {
  readonly #lines: string[] = [];
  /** Paths of objects that have unknown keys. */
  readonly #misnamed = new Set<string>();

  constructor(private readonly raw: unknown) {}

  add(given: Path, remedy: string): void {
    const path = placeIn(this.raw, given);
    const value = valueAt(this.raw, path);
    const state =
      value === undefined
        ? 'is missing'
        : `is ${abridged(withoutSecrets(String(path.at(-1)), value))}`;
    this.#lines.push(`${pathText(path)} ${state}: ${remedy}`);
  }

  addIssue(issue: z.core.$ZodIssue): void {
    if (issue.code === 'unrecognized_keys') {
      this.#misnamed.add(pathText(issue.path));
      for (const key of issue.keys) {
        this.add(
          [...issue.path, key],
          'there is no such setting; remove it or mend its name',
        );
      }
    } else if (issue.code === 'invalid_union') {
      this.#addUnionIssue(issue);
    } else if (!this.#misnamed.has(pathText(issue.path))) {
      this.add(issue.path, issue.message);
    }
  }

  /** What is wrong with a value of one of several forms, in the form it has. */
  #addUnionIssue(issue: z.core.$ZodIssueInvalidUnion): void {
    const meant =
      issue.errors.find(errors => errors.every(({ path }) => path.length)) ??
      issue.errors.find(
        errors =>
          !errors.some(
            ({ code, path }) => code === 'invalid_type' && path.length === 0,
          ),
      );
    if (meant) {
      meant.forEach(({ path, ...inside }) =>
        this.addIssue({ ...inside, path: [...issue.path, ...path] }),
      );
    } else {
      this.add(issue.path, issue.message);
    }
  }

  /** @throws Error with one line for each mistake, if there are any */
  throwIfAny(): void {
    if (this.#lines.length > 0) {
      const title =
        this.#lines.length === 1
          ? 'Mistake in the configuration of the desk'
          : `${this.#lines.length} mistakes in the configuration of the desk`;
      throw new Error(
        this.#lines.length === 1
          ? `${title}: ${this.#lines[0]}`
          : [title, ...this.#lines].join('\n  '),
      );
    }
  }
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined,
    raw,
  );
}

/** A value that may stand for a list of one is where that list would be. */
function placeIn(raw: unknown, path: Path): Path {
  const list = path.slice(0, -1);
  return path.at(-1) === 0 && !Array.isArray(valueAt(raw, list)) ? list : path;
}

function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    const name = String(key);
    if (typeof key === 'number') {
      return `${text}[${name}]`;
    }
    return /^[\w-]+$/.test(name)
      ? `${text}.${name}`
      : `${text}[${JSON.stringify(name)}]`;
  }, 'tickets');
}

/** The value, or what of it may stand in a log. */
function withoutSecrets(name: string, value: unknown): unknown {
  if (typeof value === 'string' && /secret|key|token|passw/i.test(name)) {
    return '(hidden)';
  }
  if (Array.isArray(value)) {
    return value.map(item => withoutSecrets(name, item));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          key,
          withoutSecrets(key, item),
        ]),
      )
    : value;
}

function abridged(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 77)}...` : json;
}
