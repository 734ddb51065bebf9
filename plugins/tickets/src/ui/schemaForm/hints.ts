import { getDefaultRegistry } from '@rjsf/core';
import { hasWidget, type RJSFSchema, type UiSchema } from '@rjsf/utils';
import type { FormSchema } from './types';

type Node = Record<string, unknown>;

/** Keywords whose schemas are about the same object. */
const SAME_OBJECT = new Set(['then', 'else']);
const SAME_OBJECT_LISTS = new Set(['allOf', 'anyOf', 'oneOf']);

/** By these a field says what it takes; without one it takes a text. */
const TYPING = ['type', 'enum', 'const', 'oneOf', 'anyOf', 'allOf'];

const { widgets } = getDefaultRegistry();

/**
 * Parts a form of the configuration, where each hint stands at its field, into
 * what the library wants: the schema, and the hints beside it.
 */
export function splitHints(form: FormSchema): {
  schema: RJSFSchema;
  uiSchema: UiSchema;
} {
  const uiSchema: UiSchema = {};
  const schema = withoutHints({ type: 'object', ...form }, uiSchema);
  return { schema, uiSchema };
}

/** The schema without its hints, which go to `ui`. */
function withoutHints(node: Node, ui: Node): Node {
  const clean: Node = {};
  for (const [keyword, value] of Object.entries(node)) {
    if (keyword.startsWith('ui:')) {
      ui[keyword] = value;
    } else if (keyword === 'properties' && isNode(value)) {
      clean[keyword] = fieldsWithoutHints(value, node, ui);
    } else if (keyword === 'items' && isNode(value)) {
      clean[keyword] = withoutHints(value, nodeAt(ui, 'items'));
    } else if (keyword === 'dependencies' && isNode(value)) {
      clean[keyword] = mapValues(value, one => sameObject(one, ui));
    } else if (SAME_OBJECT_LISTS.has(keyword) && Array.isArray(value)) {
      clean[keyword] = value.map(one => sameObject(one, ui));
    } else {
      clean[keyword] = SAME_OBJECT.has(keyword) ? sameObject(value, ui) : value;
    }
  }
  mendHints(clean, ui);
  return clean;
}

function fieldsWithoutHints(fields: Node, parent: Node, ui: Node): Node {
  const required = Array.isArray(parent.required) ? parent.required : [];
  return mapValues(fields, (field, name) => {
    if (!isNode(field)) {
      return field;
    }
    const own = nodeAt(ui, name);
    const clean = withoutHints(field, own);
    // An unticked box does not tell "no" from "not answered yet".
    if (
      clean.type === 'boolean' &&
      clean.default === undefined &&
      required.includes(name) &&
      own['ui:widget'] === undefined
    ) {
      own['ui:widget'] = 'radio';
    }
    // rows are called what their list is called
    if (isNode(clean.items) && clean.items.title === undefined) {
      clean.items = { title: clean.title ?? name, ...clean.items };
    }
    const isUntyped =
      TYPING.every(keyword => clean[keyword] === undefined) &&
      clean.properties === undefined &&
      clean.items === undefined;
    return isUntyped ? { type: 'string', ...clean } : clean;
  });
}

/** Hints with which the library would refuse the whole form. */
function mendHints(clean: Node, ui: Node) {
  const order = ui['ui:order'];
  if (Array.isArray(order) && !order.includes('*')) {
    ui['ui:order'] = [...order, '*'];
  }
  const widget = ui['ui:widget'];
  if (widget !== undefined && clean.type !== undefined) {
    const isKnown =
      typeof widget === 'string' &&
      hasWidget(clean as RJSFSchema, widget, widgets);
    if (!isKnown) {
      delete ui['ui:widget'];
    }
  }
}

function sameObject(value: unknown, ui: Node): unknown {
  return isNode(value) ? withoutHints(value, ui) : value;
}

function nodeAt(ui: Node, key: string): Node {
  const known = ui[key];
  const node = isNode(known) ? known : {};
  ui[key] = node;
  return node;
}

function mapValues(
  node: Node,
  change: (value: unknown, key: string) => unknown,
): Node {
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, change(value, key)]),
  );
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
