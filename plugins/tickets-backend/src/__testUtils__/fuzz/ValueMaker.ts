import type { ApiDescription, Schema } from './ApiDescription';
import type { KnownValues } from './KnownValues';
import type { Random } from './Random';

/** What properties of a name can hold that no answer tells. */
export type Hints = Readonly<Record<string, readonly unknown[]>>;

/** Makes values that a schema takes, as far as one can tell from outside. */
export class ValueMaker {
  constructor(
    private readonly api: ApiDescription,
    private readonly known: KnownValues,
    private readonly hints: Hints,
    private readonly random: Random,
  ) {}

  /**
   * @param name - of the property or parameter
   * @param path - of the request
   */
  value(schema: Schema, name: string, path: string): unknown {
    const { random } = this;
    const resolved = this.api.resolve(schema);
    const { type, enum: choices, anyOf, oneOf, allOf } = resolved;
    if ('const' in resolved) {
      return resolved.const;
    }
    if (choices) {
      return random.of(choices);
    }
    if (anyOf || oneOf) {
      return this.value(random.of(anyOf ?? oneOf ?? []), name, path);
    }
    if (allOf) {
      const parts = allOf.map(part => this.value(part, name, path));
      return Object.assign({}, ...parts);
    }
    switch (type) {
      case 'object':
        return this.#object(resolved, name, path);
      case 'array':
        return this.#array(resolved, name, path);
      case 'string':
        return this.#text(resolved, name, path);
      case 'integer':
        return this.#integer(resolved);
      case 'number':
        return random.chance(0.5) ? this.#integer(resolved) : random.next();
      case 'boolean':
        return random.chance(0.5);
      case 'null':
        return null;
      default:
        return random.of(['text', 7, true, null, ['a'], { a: 1 }]);
    }
  }

  #object(schema: Schema, name: string, path: string): unknown {
    const { properties = {}, required = [], additionalProperties } = schema;
    const hinted = this.hints[name];
    if (hinted && Object.keys(properties).length === 0) {
      return this.random.of(hinted);
    }
    const fullness = this.random.of([0, 0.05, 0.2, 0.8]);
    const chosen = Object.keys(properties).filter(
      key => required.includes(key) || this.random.chance(fullness),
    );
    if (chosen.length === 0 && this.random.chance(0.8)) {
      const names = Object.keys(properties);
      chosen.push(...(names.length > 0 ? [this.random.of(names)] : []));
    }
    const entries = chosen.map(key => [
      key,
      this.value(properties[key], key, path),
    ]);
    if (typeof additionalProperties === 'object') {
      entries.push(['any', this.value(additionalProperties, name, path)]);
    }
    return Object.fromEntries(entries);
  }

  #array(schema: Schema, name: string, path: string): unknown {
    const { items = {}, minItems = 0, maxItems = 3 } = schema;
    const count = this.random.integer(
      minItems,
      Math.min(maxItems, minItems + 2),
    );
    const made = this.random.times(count, () => this.value(items, name, path));
    return [...new Set(made)];
  }

  #integer({ minimum = -2, maximum = minimum + 12 }: Schema): number {
    return this.random.chance(0.2)
      ? this.random.of([minimum, maximum])
      : this.random.integer(minimum, Math.min(maximum, minimum + 12));
  }

  #text(schema: Schema, name: string, path: string): string {
    if (schema.format === 'date-time') {
      return this.#instant();
    }
    if (schema.format === 'date') {
      return this.#instant().slice(0, 10);
    }
    const known = this.known
      .named(name, path)
      .filter(text => allows(schema, text));
    const hinted = (this.hints[name] ?? []).filter(
      (text): text is string =>
        typeof text === 'string' && allows(schema, text),
    );
    const preferred = known.length > 0 ? known : hinted;
    if (preferred.length > 0) {
      return this.random.of(preferred);
    }
    const any = Object.values(this.hints)
      .flat()
      .filter(
        (text): text is string =>
          typeof text === 'string' && allows(schema, text),
      );
    return this.random.of(any.length > 0 ? any : ['text']);
  }

  /** Mostly in the time to come, where the time matters to most requests. */
  #instant(): string {
    const days = this.random.of([-400, -30, -1, 1, 2, 30, 365]);
    const instant = Date.now() + days * 86_400_000;
    return new Date(instant + this.random.integer(0, 999)).toISOString();
  }
}

function allows(schema: Schema, text: string): boolean {
  const { pattern, minLength = 0, maxLength = Infinity, format } = schema;
  return (
    text.length >= minLength &&
    text.length <= maxLength &&
    (!pattern || new RegExp(pattern, 'u').test(text)) &&
    (format !== 'uuid' || /^[0-9a-f-]{36}$/.test(text))
  );
}
