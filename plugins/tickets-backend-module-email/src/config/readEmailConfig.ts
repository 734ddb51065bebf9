import type { Config } from '@backstage/config';
import addressparser from 'nodemailer/lib/addressparser';
import {
  type EmailSettings,
  type Language,
  emailConfigSchema,
  languages,
} from './schema';

/** What the module does by. */
export interface EmailConfig extends Omit<
  EmailSettings,
  'sender' | 'content' | 'language'
> {
  readonly sender: { readonly name: string; readonly address: string };
  readonly language: Language;
  readonly content: 'full' | 'link';
  /** Whether nobody chose that. */
  readonly contentByDefault: boolean;
  /** The portal's address, without a slash at its end. */
  readonly portalUrl: string;
}

/**
 * Reads and checks `tickets.email` of app-config.
 *
 * @throws Error that names the path and the hint of every mistake
 */
export function readEmailConfig(rootConfig: Config): EmailConfig {
  const parsed = emailConfigSchema.safeParse(
    rootConfig.getOptional('tickets.email') ?? {},
  );
  if (!parsed.success) {
    throw new Error(parsed.error.issues.flatMap(mistakes).join('\n'));
  }
  const { sender, content, language, ...settings } = parsed.data;
  requireNoPolicies(rootConfig, settings);
  requireKnownIds(rootConfig, settings);
  const [{ name, address }] = addressparser(sender, { flatten: true });
  return {
    ...settings,
    sender: { name, address },
    language: language ?? languageOfDesk(rootConfig),
    content: content ?? defaultContent(rootConfig),
    contentByDefault: content === undefined,
    portalUrl: rootConfig.getString('app.baseUrl').replace(/\/+$/, ''),
  };
}

/**
 * Policies decide for people with their credentials, which nobody has here: so
 * where there is one, people read at the desk what they may.
 */
function defaultContent(rootConfig: Config): 'full' | 'link' {
  return rootConfig.getOptionalBoolean('permission.enabled') ? 'link' : 'full';
}

/**
 * What a policy denies a person in the portal they could do by mail.
 *
 * @throws Error unless the operator accepts that
 */
function requireNoPolicies(
  rootConfig: Config,
  { incoming }: Pick<EmailSettings, 'incoming'>,
): void {
  if (
    incoming &&
    !incoming.ignorePolicies &&
    rootConfig.getOptionalBoolean('permission.enabled')
  ) {
    throw new Error(
      'Mistake in the configuration of mail: tickets.email.incoming.ignorePolicies: permission policies cannot be asked about people who write mails; set it to true where your policy denies nobody what they can do by mail, or remove tickets.email.incoming',
    );
  }
}

/**
 * Each mail for which a category or priority is written wrong would be refused,
 * and nobody would know before it came.
 *
 * @throws Error that names every such mailbox and rule
 */
function requireKnownIds(
  rootConfig: Config,
  { incoming }: Pick<EmailSettings, 'incoming'>,
): void {
  const known = {
    category: idsAt(rootConfig, 'tickets.categories') ?? [],
    // without any, the desk has its own
    priority: idsAt(rootConfig, 'tickets.priorities'),
  };
  const places = (incoming?.mailboxes ?? []).flatMap((mailbox, index) => [
    { at: `mailboxes.${index}`, names: mailbox },
    ...mailbox.rules.map((names, rule) => ({
      at: `mailboxes.${index}.rules.${rule}`,
      names,
    })),
  ]);
  const wrong = places.flatMap(({ at, names }) =>
    (['category', 'priority'] as const).flatMap(key => {
      const [id, ids] = [names[key], known[key]];
      return id === undefined || !ids || ids.includes(id)
        ? []
        : [
            `Mistake in the configuration of mail: tickets.email.incoming.${at}.${key}: the desk has no ${key} ${JSON.stringify(id)}; ${
              ids.length > 0
                ? `use one of ${ids.join(', ')}`
                : 'add it to tickets.categories'
            }`,
          ];
    }),
  );
  if (wrong.length > 0) {
    throw new Error(wrong.join('\n'));
  }
}

/** The ids of what is configured there; the desk checks all else. */
function idsAt(rootConfig: Config, path: string): string[] | undefined {
  const items = rootConfig.getOptional(path);
  return Array.isArray(items)
    ? items.flatMap(item => {
        const id = (item as { id?: unknown } | null)?.id;
        return typeof id === 'string' ? [id] : [];
      })
    : undefined;
}

/** The desk checks it. */
function languageOfDesk(rootConfig: Config): Language {
  const language = rootConfig.getOptional('tickets.language');
  return languages.find(known => known === language) ?? 'en';
}

interface Issue {
  readonly code: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

function mistakes({ code, path, message, keys }: Issue): string[] {
  const at = (own: readonly PropertyKey[]) =>
    ['tickets', 'email', ...own].map(String).join('.');
  return code === 'unrecognized_keys' && keys
    ? keys.map(
        key =>
          `Mistake in the configuration of mail: ${at([...path, key])}: there is no such setting; remove it or mend its name`,
      )
    : [`Mistake in the configuration of mail: ${at(path)}: ${message}`];
}
