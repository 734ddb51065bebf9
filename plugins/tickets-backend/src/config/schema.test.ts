import { resolve } from 'node:path';
import { ConfigSources, loadConfigSchema } from '@backstage/config-loader';
import { ConfigReader } from '@backstage/config';
import type { AppConfig } from '@backstage/config';
import { z } from 'zod';
import { readDeskConfig } from './readDeskConfig';
import { ticketsConfigSchema } from './schema';

jest.setTimeout(120_000);

const root = resolve(__dirname, '../..');

interface Json {
  type?: string;
  properties?: Record<string, Json>;
  items?: Json;
  enum?: unknown[];
  required?: string[];
}

/** `config.d.ts` as those see it who check a configuration against all packages. */
async function publishedSchema() {
  const schema = await loadConfigSchema({
    dependencies: [],
    packagePaths: [resolve(root, 'package.json')],
    excludePackageDependencies: true,
    noUndeclaredProperties: true,
  });
  const { schemas } = schema.serialize();
  const tickets = (schemas as unknown as { path: string; value: Json }[]).find(
    ({ path }) => path.endsWith('config.d.ts'),
  )?.value.properties?.tickets;
  if (!tickets) {
    throw new Error('config.d.ts has no tickets');
  }
  return { schema, tickets };
}

/** Every path with its kind, its choices, and whether it must be there. */
function outline(json: Json, path = 'tickets', optional = true): string[] {
  const kind = json.enum ? [...json.enum].sort().join('|') : kindOf(json);
  const nested = Object.entries(json.properties ?? {}).flatMap(
    ([name, value]) =>
      outline(value, `${path}.${name}`, !(json.required ?? []).includes(name)),
  );
  const items = json.items ? outline(json.items, `${path}[]`, false) : [];
  return [`${path}${optional ? '?' : ''}: ${kind}`, ...nested, ...items].sort();
}

/** References are read by a transformation, of which no schema can be made. */
function kindOf({ type, properties, items }: Json): string {
  return type ?? (properties || items ? 'unknown' : 'string');
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

describe('config.d.ts', () => {
  it('names what the desk reads, and nothing else', async () => {
    const { tickets } = await publishedSchema();
    const own = z.toJSONSchema(ticketsConfigSchema, {
      io: 'input',
      unrepresentable: 'any',
    }) as Json;

    expect(outline(tickets)).toEqual(outline(own));
    expect(outline(own)).toContain('tickets.workflow.onReopen.from[]: string');
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

describe('the examples', () => {
  it.each(['examples/default.yaml', 'examples/unread-to-closed.yaml'])(
    '%s is a valid configuration',
    async path => {
      const { schema } = await publishedSchema();
      const configs = await readFile(path);

      expect(configs).toHaveLength(1);
      expect(() => schema.process(configs)).not.toThrow();
    },
  );

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
      ['Unread', 'new'],
      ['Read', 'open'],
      ['Assigned', 'open'],
      ['In progress', 'open'],
      ['Waiting for feedback', 'waiting-requester'],
      ['Closed', 'closed'],
    ]);
    expect(reactions).toEqual({
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
