import type { z } from 'zod';

type Path = readonly PropertyKey[];

/** Collects what is wrong in `tickets`, to say all of it at once. */
export class ConfigMistakes {
  readonly #lines: string[] = [];

  constructor(private readonly raw: unknown) {}

  add(path: Path, remedy: string): void {
    const value = valueAt(this.raw, path);
    const state = value === undefined ? 'is missing' : `is ${abridged(value)}`;
    this.#lines.push(`${pathText(path)} ${state}: ${remedy}`);
  }

  addIssue(issue: z.core.$ZodIssue): void {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        this.add(
          [...issue.path, key],
          'there is no such setting; remove it or mend its name',
        );
      }
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

function abridged(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 77)}...` : json;
}
