import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { runPortaldesk } from './runPortaldesk';

jest.setTimeout(60_000);

const folder = createMockDirectory();

const org = [
  'apiVersion: backstage.io/v1alpha1',
  'kind: Group',
  'metadata: { name: Support }',
  'spec: { type: team, children: [] }',
  '---',
  'kind: System',
  'metadata: { name: payments, namespace: shop }',
].join('\n');

async function run(...args: string[]) {
  const written = { out: '', error: '' };
  const code = await runPortaldesk(args, {
    out: text => (written.out += text),
    error: text => (written.error += text),
  });
  return { code, ...written };
}

function check(config: string, ...args: string[]) {
  folder.setContent({
    'app-config.yaml': config,
    catalog: { 'org.yaml': org, 'README.md': 'kind: [' },
    'broken.yaml': 'kind: [',
  });
  return run('check', folder.resolve('app-config.yaml'), ...args);
}

const catalog = () => ['--catalog', folder.resolve('catalog')];

describe('portaldesk check', () => {
  it('finds nothing in a configuration that is sound', async () => {
    await expect(
      check('tickets: { admins: ["group:default/support"] }', ...catalog()),
    ).resolves.toEqual({
      code: 0,
      out: 'The configuration of the service desk is sound.\n',
      error: '',
    });
  });

  it('names the file that is no YAML', async () => {
    const broken = () => folder.resolve('broken.yaml');
    const found = await check('tickets: {}', broken());
    expect(found).toMatchObject({ code: 2, out: '' });
    expect(found.error).toContain(`${broken()} cannot be read: `);
    expect(found.error).not.toContain('app-config.yaml');
  });

  it('needs no environment, and tells no secret', async () => {
    const storage =
      '{ type: s3, bucket: b, accessKeyId: "${UNSET_ID}", secretAccessKey: "${UNSET_SECRET}" }';

    await expect(
      check(
        `tickets: { defaultTeam: group:default/support, attachments: { storage: ${storage} } }`,
      ),
    ).resolves.toMatchObject({ code: 0, error: '' });
  });

  it('names all mistakes', async () => {
    const { code, error } = await check(
      'tickets: { defaultPriority: hihg, categories: [{ id: a, titel: A }] }',
    );

    expect(code).toBe(1);
    expect(error).toContain('2 mistakes');
    expect(error).toContain('tickets.defaultPriority is "hihg"');
    expect(error).toContain('did you mean title?');
  });

  it('takes later files before earlier ones', async () => {
    folder.setContent({
      'a.yaml': 'tickets: { defaultPriority: hihg }',
      'b.yaml': 'tickets: { defaultPriority: high, admins: [user:default/a] }',
    });

    await expect(
      run('check', folder.resolve('a.yaml'), folder.resolve('b.yaml')),
    ).resolves.toMatchObject({ code: 0 });
  });

  it('warns of what is hardly meant', async () => {
    const config = [
      'tickets:',
      '  admins: [group:default/suport]',
      '  categories:',
      '    - { id: a, title: A, icon: warnig, fits: { kinds: [componnet] } }',
      '  routing:',
      '    - when: { asset: { system: system:shop/payment, kind: servce } }',
      '      then: { watchers: [user:default/jane] }',
    ].join('\n');

    const { code, error } = await check(config, ...catalog());

    expect(error.trim().split('\n')).toEqual([
      'Warning: tickets.categories[0].icon is "warnig", which is none of the icons that every portal has: people see a question mark unless your app registers it (did you mean warning?)',
      'Warning: tickets.categories[0].fits.kinds has "componnet", which is none of the kinds that every catalog has: it fits nothing unless your catalog has entities of it (did you mean component?)',
      'Warning: tickets.routing[0].when.asset.kind has "servce", which is none of the kinds that every catalog has: it fits nothing unless your catalog has entities of it',
      'Warning: tickets.admins[0] is "group:default/suport", which the catalog does not have: nobody belongs to it, so that what goes there reaches nobody (did you mean group:default/support?)',
      'Warning: tickets.routing[0].when.asset.system is "system:shop/payment", which the catalog does not have: no asset is part of it (did you mean system:shop/payments?)',
      'Warning: tickets.routing[0].then.watchers[0] is "user:default/jane", which the catalog does not have: nobody can be reached there',
    ]);
    expect(code).toBe(0);
    expect((await check(config, '--strict')).code).toBe(1);
  });

  it('knows what mailboxes name of the desk', async () => {
    const config = (mailbox: string) =>
      [
        'tickets:',
        '  defaultTeam: group:default/support',
        '  teams: [{ group: group:default/support }]',
        '  categories: [{ id: invoices, title: Invoices }]',
        `  email: { incoming: { mailboxes: [${mailbox}] } }`,
      ].join('\n');

    const { code, error } = await check(
      config(
        '{ category: invoice, rules: [{ priority: hihg }, { team: group:default/suport }] }',
      ),
    );

    expect(error.trim().split('\n')).toEqual([
      'tickets.email.incoming.mailboxes[0].category is "invoice", which the desk does not have (did you mean invoices?)',
      'tickets.email.incoming.mailboxes[0].rules[0].priority is "hihg", which the desk does not have (did you mean high?)',
      'tickets.email.incoming.mailboxes[0].rules[1].team is "group:default/suport", which the desk does not have (did you mean group:default/support?)',
    ]);
    expect(code).toBe(1);
    const sound =
      '{ category: invoices, priority: high, rules: [{ team: Group:default/Support }] }';
    expect(await check(config(sound), ...catalog())).toMatchObject({
      code: 0,
      error: '',
    });
  });

  it('warns of mails for whose category a form demands fields', async () => {
    const category = (more: string) =>
      `{ id: a, title: A${more}, form: { schema: { required: [host, impact], properties: { host: { type: string }, impact: { type: string, default: low } } } } }`;
    const config = (more = '') =>
      `tickets: { defaultTeam: group:default/support, categories: [${category(more)}], email: { incoming: { mailboxes: [{ id: x, category: a }] } } }`;

    const { code, error } = await check(config());

    expect(error).toMatch(
      /^Warning: tickets\.email\.incoming\.mailboxes\[0\]\.category is a, whose form demands host:/,
    );
    expect(code).toBe(0);
    expect((await check(config(), '--strict')).code).toBe(1);
    expect((await check(config(', agentsOnly: true'))).error).toContain(
      'in which only agents file',
    );
  });

  it.each([
    ['a command that there is not', ['chekc'], /^Checks what/],
    ['an option that there is not', ['check', '--stict'], /--stict/],
    ['a file that is not there', ['check', 'nowhere.yaml'], /nowhere\.yaml/],
  ])('cannot be made of %s', async (_what, args, message) => {
    await expect(run(...args)).resolves.toMatchObject({
      code: 2,
      error: expect.stringMatching(message),
    });
  });

  it('cannot be made of a catalog that is no YAML', async () => {
    await expect(
      check('tickets: {}', '--catalog', folder.resolve('broken.yaml')),
    ).resolves.toMatchObject({
      code: 2,
      error: expect.stringContaining('broken.yaml'),
    });
  });

  it('says what it does', async () => {
    await expect(run('--help')).resolves.toMatchObject({
      code: 0,
      out: expect.stringContaining('portaldesk check [FILE ...]'),
    });
  });

  it('has nothing to say of the example with nearly everything', async () => {
    const file = resolve(__dirname, '../../examples/everything.yaml');
    await expect(run('check', file)).resolves.toMatchObject({
      code: 0,
      error: '',
    });
  });

  it('has the name by which its usage and the READMEs call it', async () => {
    const { bin } = JSON.parse(
      await readFile(resolve(__dirname, '../../package.json'), 'utf8'),
    );

    expect(bin).toEqual({ portaldesk: 'bin/portaldesk' });
  });

  it('can be called from a shell', async () => {
    folder.setContent({ 'app-config.yaml': 'tickets: { admins: [root] }' });

    await expect(
      promisify(execFile)(
        process.execPath,
        [resolve(__dirname, '../../bin/portaldesk'), 'check'],
        { cwd: folder.path },
      ),
    ).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('tickets.admins[0] is "root"'),
    });
  });
});
