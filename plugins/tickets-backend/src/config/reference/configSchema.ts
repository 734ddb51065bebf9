import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import { ticketsConfigSchema } from '../schema/ticketsConfig';

/**
 * The parts of JSON Schema that say what the settings are, with what the
 * schemas' metadata adds for the reference.
 */
export interface SettingSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly visibility?: 'secret';
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SettingSchema;
  readonly items?: SettingSchema;
  readonly anyOf?: readonly SettingSchema[];
  readonly enum?: readonly string[];
  /** The default in words, where no value says it. */
  readonly defaultText?: string;
  /** What a value is, in a word, where its type does not say it. */
  readonly valueText?: string;
  /** What the keys of an object with any keys name. */
  readonly keyName?: string;
}

/** Where the schema is committed, that the package publishes. */
export const configSchemaFile = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend',
  'config.schema.json',
);

/**
 * What the published schema leaves to the desk. Its own messages say what to
 * use instead of a value of the wrong form; and where it reads values leniently
 * (in capitals, with spaces around) a pattern would refuse them.
 */
const leftToTheDesk = [
  'pattern',
  'format',
  'minLength',
  'maxLength',
  'minItems',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'propertyNames',
];

/** `tickets` in app-config, with all that is said of its settings. */
export function settingSchema(): SettingSchema {
  return z.toJSONSchema(ticketsConfigSchema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      leftToTheDesk.forEach(keyword => delete jsonSchema[keyword]);
      // other packages may have settings of their own beside these
      if (jsonSchema.additionalProperties === false) {
        delete jsonSchema.additionalProperties;
      }
      if (isEmpty(jsonSchema.default)) {
        delete jsonSchema.default;
      }
    },
  }) as SettingSchema;
}

function isEmpty(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 0
  );
}

/** The schema of the configuration, as it is committed and published. */
export function configSchemaJson(): string {
  const { $schema, ...tickets } = settingSchema() as SettingSchema & {
    $schema: string;
  };
  const schema = {
    $schema,
    type: 'object',
    properties: { tickets },
  };
  const text = JSON.stringify(
    schema,
    (_key, value) => (isDescribed(value) ? published(value) : value),
    2,
  );
  return `${text}\n`;
}

function isDescribed(value: unknown): value is SettingSchema {
  return typeof value === 'object' && value !== null && 'description' in value;
}

/** A schema in the standard words, without what only the reference needs. */
function published(schema: SettingSchema): object {
  const { example, defaultText, valueText, keyName, ...standard } = schema;
  return example === undefined
    ? standard
    : { ...standard, examples: [example] };
}
