import type { Config } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { isObject } from '../domain/forms/formWords';
import { shownForm, withDefaults } from '../domain/forms/forms';
import type { DeskConfig } from './DeskConfig';
import type { ConfiguredEntity } from './ConfiguredEntity';
import { withSuggestion } from './suggestions';

const MAILBOXES = 'tickets.email.incoming.mailboxes';

/** What the operator says of the tickets that certain mails open. */
interface MailPlace {
  readonly path: string;
  readonly names: JsonObject;
}

const lower = (ref: string) => ref.toLocaleLowerCase('en-US');

type Named = Pick<DeskConfig, 'categories' | 'priorities' | 'teams'>;

/**
 * What mailboxes name of the desk, where mails come to it. All else below
 * `tickets.email` is read, and checked, by the module that reads mails.
 *
 * @returns as sentences, mistakes that keep the module from starting, and
 *   warnings of mails that the desk would refuse; and the teams that are named
 */
export function checkMail(
  rootConfig: Config,
  config: Named,
): {
  mistakes: string[];
  warnings: string[];
  entities: ConfiguredEntity[];
} {
  const places = placesIn(rootConfig.getOptional<JsonValue>(MAILBOXES));
  return {
    mistakes: places.flatMap(place => unknownIds(place, config)),
    warnings: places.flatMap(place => refusals(place, config)),
    entities: places.flatMap(({ path, names: { team } }) =>
      typeof team === 'string'
        ? [{ path: `${path}.team`, ref: lower(team) }]
        : [],
    ),
  };
}

function placesIn(mailboxes: JsonValue | undefined): MailPlace[] {
  const objects = (items: JsonValue | undefined): JsonObject[] =>
    Array.isArray(items) ? items.map(item => (isObject(item) ? item : {})) : [];
  return objects(mailboxes).flatMap((mailbox, index) => [
    { path: `${MAILBOXES}[${index}]`, names: mailbox },
    ...objects(mailbox.rules).map((names, rule) => ({
      path: `${MAILBOXES}[${index}].rules[${rule}]`,
      names,
    })),
  ]);
}

function unknownIds(
  { path, names }: MailPlace,
  { categories, priorities, teams }: Named,
): string[] {
  const known = {
    category: categories.map(({ id }) => id),
    priority: priorities.map(({ id }) => id),
    // without any, every group can own tickets
    team: teams.map(({ group }) => group),
  };
  return (['category', 'priority', 'team'] as const).flatMap(key => {
    const written = names[key];
    if (typeof written !== 'string') {
      return [];
    }
    const name = key === 'team' ? lower(written) : written;
    const anything = key === 'team' && known.team.length === 0;
    return anything || known[key].includes(name)
      ? []
      : [
          withSuggestion(
            `${path}.${key} is ${JSON.stringify(written)}, which the desk does not have`,
            name,
            known[key],
          ),
        ];
  });
}

/** Mails have no fields: what a form demands of people none of them has. */
function refusals(
  { path, names }: MailPlace,
  { categories }: Pick<DeskConfig, 'categories'>,
): string[] {
  const category = categories.find(({ id }) => id === names.category);
  if (!category) {
    return [];
  }
  const { id, agentsOnly, form } = category;
  const missing = form ? demanded(shownForm(form, agentsOnly)) : [];
  return [
    ...(missing.length > 0
      ? [
          `${path}.category is ${id}, whose form demands ${missing.join(', ')}: mails have no fields, so that those for it go to quarantine; give these fields defaults, or take them out of required, or name another category`,
        ]
      : []),
    ...(agentsOnly
      ? [
          `${path}.category is ${id}, in which only agents file: mails of all others for it go to quarantine`,
        ]
      : []),
  ];
}

/** The fields that nothing else fills in. */
function demanded(schema: ReturnType<typeof shownForm>): string[] {
  const filled = withDefaults(schema, {});
  const { required } = schema;
  return (Array.isArray(required) ? required : []).filter(
    (name): name is string =>
      typeof name === 'string' && !Object.hasOwn(filled, name),
  );
}
