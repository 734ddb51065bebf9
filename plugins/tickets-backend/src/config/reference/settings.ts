import { type SettingSchema, settingSchema } from './configSchema';

/** A setting, as its schema describes it. */
export interface Setting {
  /** Such as `tickets.statuses[].title`. */
  readonly path: string;
  readonly required: boolean;
  readonly schema: SettingSchema;
}

/** All settings below `tickets`; those with keys inside come before these. */
export function readSettings(): Setting[] {
  return settingsInside(settingSchema(), 'tickets');
}

/** The keys of the objects that a value of this schema holds. */
function settingsInside(schema: SettingSchema, path: string): Setting[] {
  const { items, anyOf = [], additionalProperties, properties } = schema;
  // a duration and the like is one value to those who write it
  if (schema.valueText) {
    return [];
  }
  return [
    ...anyOf.flatMap(form => settingsInside(form, path)),
    ...(items ? settingsInside(items, `${path}[]`) : []),
    ...(additionalProperties
      ? settingsInside(additionalProperties, `${path}.<${schema.keyName}>`)
      : []),
    ...Object.entries(properties ?? {}).flatMap(([name, inner]) => [
      {
        path: `${path}.${name}`,
        required: (schema.required ?? []).includes(name),
        schema: inner,
      },
      ...settingsInside(inner, `${path}.${name}`),
    ]),
  ];
}
