type Node = Readonly<Record<string, unknown>>;

/** Keywords whose schemas are about the same object. */
const LISTS = ['allOf', 'anyOf', 'oneOf'];
const SINGLE = ['then', 'else'];

/**
 * The fields that a form can have, also those of branches, with their schemas
 * and in the order of the form.
 *
 * @param form - JSON Schema of an object
 */
export function formFieldsOf(form: unknown): Map<string, Node> {
  const fields = new Map<string, Node>();
  collectFields(form, fields);
  return fields;
}

function collectFields(level: unknown, fields: Map<string, Node>) {
  if (!isNode(level)) {
    return;
  }
  for (const [name, field] of entriesOf(level.properties)) {
    // a branch repeats the field that it depends on, with less about it
    if (!fields.has(name)) {
      fields.set(name, isNode(field) ? field : {});
    }
  }
  for (const keyword of LISTS) {
    const schemas = level[keyword];
    if (Array.isArray(schemas)) {
      schemas.forEach(one => collectFields(one, fields));
    }
  }
  for (const keyword of SINGLE) {
    collectFields(level[keyword], fields);
  }
  for (const [, one] of entriesOf(level.dependencies)) {
    collectFields(one, fields);
  }
}

/** What people read instead of a value that is one of several. */
export function choiceTitle(
  field: unknown,
  value: unknown,
): string | undefined {
  if (!isNode(field)) {
    return undefined;
  }
  const alternatives = [field.oneOf, field.anyOf].flatMap(list =>
    Array.isArray(list) ? list : [],
  );
  const chosen = alternatives.find(one => isNode(one) && one.const === value);
  if (isNode(chosen) && typeof chosen.title === 'string') {
    return chosen.title;
  }
  const { enum: values, enumNames: names } = field;
  const place = Array.isArray(values) ? values.indexOf(value) : -1;
  const name = place >= 0 && Array.isArray(names) ? names[place] : undefined;
  return typeof name === 'string' ? name : undefined;
}

function entriesOf(value: unknown): [string, unknown][] {
  return isNode(value) ? Object.entries(value) : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
