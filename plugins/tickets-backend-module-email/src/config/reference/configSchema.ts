import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import { emailConfigSchema } from '../schema';

/** Where the schema is committed, that the package publishes. */
export const configSchemaFile = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend-module-email',
  'config.schema.json',
);

/** A setting, as its schema describes it. */
export interface SettingSchema {
  readonly type?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly visibility?: 'secret';
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly SettingSchema[];
  readonly oneOf?: readonly SettingSchema[];
  /** Of a list. */
  readonly items?: SettingSchema;
  /** The default in words, where no value says it. */
  readonly defaultText?: string;
}

/** `tickets.email` in app-config, with all that is said of its settings. */
export function settingSchema(): SettingSchema {
  return z.toJSONSchema(emailConfigSchema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      // the module's own messages say what to write instead
      for (const keyword of [
        'minLength',
        'minimum',
        'maximum',
        'minItems',
        'pattern',
        'format',
      ]) {
        delete jsonSchema[keyword];
      }
      delete jsonSchema.additionalProperties;
    },
  }) as SettingSchema;
}

/** The schema of the configuration, as it is committed and published. */
export function configSchemaJson(): string {
  const { $schema, ...email } = settingSchema() as SettingSchema & {
    $schema: string;
  };
  const tickets = { type: 'object', properties: { email } };
  const schema = { $schema, type: 'object', properties: { tickets } };
  return `${JSON.stringify(schema, published, 2)}\n`;
}

/** Without what only the table of settings needs. */
function published(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  const { defaultText, example, ...standard } = value as SettingSchema;
  return 'description' in value
    ? { ...standard, ...(example !== undefined && { examples: [example] }) }
    : value;
}
