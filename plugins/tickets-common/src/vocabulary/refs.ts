import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { failing } from './failing';

/** Longest entity reference that the desk keeps, in characters. */
const MAX_REF_LENGTH = 255;

function refSchema(example: string, kinds?: readonly string[]) {
  const expected = `expected an entity reference such as ${example}`;
  return z
    .string()
    .max(MAX_REF_LENGTH)
    .transform((text, context) => {
      const ref = canonicalRef(text);
      const kind = ref?.slice(0, ref.indexOf(':'));
      if (ref === undefined || (kinds && !kinds.includes(kind ?? ''))) {
        context.addIssue({
          code: 'custom',
          ...failing(expected, 'wrong-format', { format: 'entity-ref' }),
        });
        return z.NEVER;
      }
      return ref;
    });
}

/**
 * The one way in which the desk writes a reference: lower case with kind and
 * namespace, or undefined when the text is no full reference. It can be longer
 * than the text, which may leave the namespace out.
 */
function canonicalRef(text: string): string | undefined {
  try {
    const { kind, namespace, name } = parseEntityRef(text);
    const ref = stringifyEntityRef({ kind, namespace, name });
    return /[\s\p{Cc}]/u.test(ref) || ref.length > MAX_REF_LENGTH
      ? undefined
      : ref;
  } catch {
    return undefined;
  }
}

/**
 * Reference to any catalog entity; parsed into its canonical lower-case form.
 * @public
 */
export const entityRefSchema = refSchema('component:default/payments');

/**
 * Reference to a catalog System, of whatever kind a catalog calls that.
 * @public
 */
export const systemRefSchema = refSchema('system:default/shop');

/**
 * Reference to a catalog Group.
 * @public
 */
export const groupRefSchema = refSchema('group:default/support', ['group']);

/**
 * Reference to a catalog User.
 * @public
 */
export const userRefSchema = refSchema('user:default/jane', ['user']);
