import type { z } from 'zod';
import { type Path, pathText } from './paths';
import { renamedSettings } from './renamedSettings';
import { settingNames } from './settingNames';
import { closest, withSuggestion } from './suggestions';

interface Issue {
  readonly path: string;
  readonly state: string;
  readonly hint: string;
  /** Where else the same thing is wrong. */
  readonly alsoAt: string[];
}

/** How many further places of one mistake are named. */
const MAX_PLACES = 3;

/** Collects what is wrong in `tickets`, to say all of it at once. */
export class ConfigIssues {
  /** By what causes them, where they have a cause in common. */
  readonly #issues = new Map<string, Issue>();
  /** Paths of objects that have unknown keys. */
  readonly #misnamed = new Set<string>();
  /** Paths of settings that stand under a misspelt name. */
  readonly #meant = new Set<string>();

  constructor(private readonly raw: unknown) {}

  /**
   * @param cause - what is said once for all the places where it shows
   */
  add(given: Path, hint: string, cause?: string): void {
    const path = placeIn(this.raw, given);
    const value = valueAt(this.raw, path);
    const state =
      value === undefined
        ? 'is missing'
        : `is ${abridged(withoutSecrets(String(path.at(-1)), value))}`;
    const issue = { path: pathText(path), state, hint, alsoAt: [] };
    const key = cause ?? JSON.stringify(issue);
    const known = this.#issues.get(key);
    if (known && cause) {
      known.alsoAt.push(issue.path);
    } else {
      this.#issues.set(key, issue);
    }
  }

  addIssue(issue: z.core.$ZodIssue): void {
    if (issue.code === 'unrecognized_keys') {
      this.#misnamed.add(pathText(issue.path));
      issue.keys.forEach(key => this.#addUnknownSetting(issue.path, key));
    } else if (issue.code === 'invalid_union') {
      this.#addUnionIssue(issue);
    } else if (!this.#misnamed.has(pathText(issue.path))) {
      const choices = issue.code === 'invalid_value' ? issue.values : [];
      const written = valueAt(this.raw, placeIn(this.raw, issue.path));
      this.add(
        issue.path,
        withSuggestion(issue.message, written, choices.map(String)),
      );
    }
  }

  #addUnknownSetting(path: Path, key: string): void {
    const newName = renamedSettings[pathText([...path, key])];
    if (newName !== undefined) {
      this.add(
        [...path, key],
        `this setting is called ${newName} now; rename it`,
      );
      return;
    }
    const hint = 'there is no such setting; remove it or mend its name';
    const given = valueAt(this.raw, path);
    const free = settingNames(path).filter(
      name => valueAt(given, [name]) === undefined,
    );
    const meant = closest(key, free);
    if (meant !== undefined) {
      this.#meant.add(pathText([...path, meant]));
    }
    this.add([...path, key], withSuggestion(hint, key, free));
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

  /**
   * A sentence for each mistake. What is only missing because its name is
   * misspelt is left out.
   */
  get sentences(): string[] {
    return [...this.#issues.values()]
      .filter(
        ({ path, state }) => state !== 'is missing' || !this.#meant.has(path),
      )
      .map(
        ({ path, state, alsoAt, hint }) =>
          `${path} ${state}${otherPlaces(alsoAt)}: ${hint}`,
      );
  }

  /** @throws Error with one line for each mistake, if there are any */
  throwIfAny(): void {
    const { sentences } = this;
    if (sentences.length === 1) {
      throw new Error(
        `Mistake in the configuration of the desk: ${sentences[0]}`,
      );
    }
    if (sentences.length > 1) {
      const title = `${sentences.length} mistakes in the configuration of the desk`;
      throw new Error([title, ...sentences].join('\n  '));
    }
  }
}

function otherPlaces(paths: readonly string[]): string {
  if (paths.length === 0) {
    return '';
  }
  const rest = paths.length - MAX_PLACES;
  const named = paths.slice(0, MAX_PLACES).join(', ');
  return rest > 0
    ? ` (also at ${named} and ${rest} more)`
    : ` (also at ${named})`;
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
