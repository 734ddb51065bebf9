import { resolve } from 'node:path';
import { ConfigSources, loadConfigSchema } from '@backstage/config-loader';
import { ConfigReader } from '@backstage/config';
import type { AppConfig } from '@backstage/config';
import { z } from 'zod';
import { readDeskConfig } from './readDeskConfig';
import { ticketsConfigSchema } from './schema/ticketsConfig';

jest.setTimeout(120_000);

const root = resolve(__dirname, '../..');

interface Json {
  type?: string | string[];
  properties?: Record<string, Json>;
  additionalProperties?: Json | boolean;
  items?: Json;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Json[];
  required?: string[];
  visibility?: string;
}

/** `config.schema.json` as those see it who check a configuration against all packages. */
async function publishedSchema() {
  const schema = await loadConfigSchema({
    dependencies: [],
    packagePaths: [resolve(root, 'package.json')],
    excludePackageDependencies: true,
    noUndeclaredProperties: true,
  });
  const { schemas } = schema.serialize();
  const tickets = (schemas as unknown as { path: string; value: Json }[]).find(
    ({ path }) => path.endsWith('config.schema.json'),
  )?.value.properties?.tickets;
  if (!tickets) {
    throw new Error('config.schema.json has no tickets');
  }
  return { schema, tickets };
}

/** Every path with its kind, its choices, and whether it must be there. */
function outline(json: Json, path = 'tickets', optional = true): string[] {
  const forms = formsOf(json);
  const kind = [...new Set(forms.flatMap(kindsOf))].sort().join('|');
  const nested = forms.flatMap(form => [
    ...Object.entries(form.properties ?? {}).flatMap(([name, value]) =>
      outline(value, `${path}.${name}`, !(form.required ?? []).includes(name)),
    ),
    ...(form.items ? outline(form.items, `${path}[]`, false) : []),
    ...(typeof form.additionalProperties === 'object'
      ? outline(form.additionalProperties, `${path}.*`, false)
      : []),
  ]);
  return [`${path}${optional ? '?' : ''}: ${kind}`, ...nested].sort();
}

/** The forms that a value can have. */
function formsOf(json: Json): Json[] {
  return json.anyOf?.flatMap(formsOf) ?? [json];
}

function kindsOf(form: Json): string[] {
  const choices =
    form.enum ?? (form.const === undefined ? undefined : [form.const]);
  if (choices) {
    return choices.map(choice => JSON.stringify(choice));
  }
  return [form.type ?? 'anything']
    .flat()
    .map(type => (type === 'integer' ? 'number' : type));
}

async function readFile(path: string): Promise<AppConfig[]> {
  const source = ConfigSources.defaultForTargets({
    targets: [{ type: 'path', target: resolve(root, path) }],
    watch: false,
  });
  for await (const { configs } of source.readConfigData()) {
    return configs;
  }
  return [];
}

describe('config.schema.json', () => {
  it('names what the desk reads, and nothing else', async () => {
    const { tickets } = await publishedSchema();
    const own = z.toJSONSchema(ticketsConfigSchema, {
      io: 'input',
      unrepresentable: 'any',
    }) as Json;

    expect(outline(tickets)).toEqual(outline(own));
    expect(outline(own)).toEqual(
      expect.arrayContaining([
        'tickets.workflow.onReopen.from[]: string',
        'tickets.workflow.autoClose.after: object|string',
        'tickets.slaPolicies[].targets.*.response.hours?: number',
        'tickets.routing[].when.channel?: "api"|"email"|"portal"|"public"|array',
      ]),
    );
  });

  it('refuses what the desk refuses', async () => {
    const { schema } = await publishedSchema();
    const check = (tickets: object) =>
      schema.process([
        { context: 'app-config.yaml', data: { tickets } } as AppConfig,
      ]);

    expect(() => check({ admins: ['user:default/a'] })).not.toThrow();
    expect(() => check({ admin: ['user:default/a'] })).toThrow(/admin/);
    expect(() => check({ access: { agentsSee: 'none' } })).toThrow(/agentsSee/);
    expect(() => check({ statuses: [{ id: 'new' }] })).toThrow(/title/);
  });
});

describe('secrets', () => {
  it('are known as such, so that they stay out of logs', async () => {
    const { schema } = await publishedSchema();
    const storage = {
      type: 's3',
      bucket: 'b',
      accessKeyId: 'id',
      secretAccessKey: 'hush',
    };
    const secret = (visibility: 'secret' | 'frontend') =>
      schema
        .process(
          [
            {
              context: 'app-config.yaml',
              data: { tickets: { attachments: { storage } } },
            } as AppConfig,
          ],
          { visibility: [visibility] },
        )
        .map(({ data }) => data);

    expect(secret('secret')).toEqual([
      {
        tickets: {
          attachments: {
            storage: { accessKeyId: 'id', secretAccessKey: 'hush' },
          },
        },
      },
    ]);
    expect(secret('frontend')).toEqual([{}]);
  });
});

describe('the examples', () => {
  it.each(['default', 'unread-to-closed', 'everything'])(
    '%s.yaml is a valid configuration',
    async name => {
      const { schema } = await publishedSchema();
      const configs = await readFile(`examples/${name}.yaml`);

      expect(configs).toHaveLength(1);
      expect(() => schema.process(configs)).not.toThrow();
      expect(() =>
        readDeskConfig(ConfigReader.fromConfigs(configs)),
      ).not.toThrow();
    },
  );

  it('everything.yaml uses every section', async () => {
    const config = ConfigReader.fromConfigs(
      await readFile('examples/everything.yaml'),
    );

    expect(config.getConfig('tickets').keys().sort()).toEqual(
      Object.keys(ticketsConfigSchema.shape).sort(),
    );
  });

  it('default.yaml writes the defaults out', async () => {
    const config = readDeskConfig(
      ConfigReader.fromConfigs(await readFile('examples/default.yaml')),
    );

    expect(config).toEqual(readDeskConfig(new ConfigReader({})));
    expect(config.statuses.all).not.toHaveLength(0);
  });

  it('unread-to-closed.yaml has the six statuses, and their reactions', async () => {
    const { statuses, reactions } = readDeskConfig(
      ConfigReader.fromConfigs(
        await readFile('examples/unread-to-closed.yaml'),
      ),
    );

    expect(statuses.all.map(({ title, type }) => [title, type])).toEqual([
      ['Ungelesen', 'new'],
      ['Gelesen', 'open'],
      ['Zugewiesen', 'open'],
      ['In Bearbeitung', 'open'],
      ['Warten auf Rückmeldung', 'waiting-requester'],
      ['Geschlossen', 'closed'],
    ]);
    expect(reactions).toEqual({
      read: { from: ['unread'], to: 'read' },
      return: { from: [], to: 'read' },
      assignment: { from: ['unread', 'read'], to: 'assigned' },
      'agent-reply': {
        from: ['unread', 'read', 'assigned'],
        to: 'in-progress',
      },
      'requester-reply': {
        from: ['waiting-for-feedback'],
        to: 'in-progress',
      },
      reopen: { from: ['closed'], to: 'in-progress' },
    });
  });
});
