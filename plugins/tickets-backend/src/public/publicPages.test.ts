import { testDatabases } from '../__testUtils__/databases';
import {
  deskWithChannels,
  publicVisitor,
  wordsOf,
} from '../__testUtils__/publicVisitor';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

const databases = testDatabases();

type Desk = Awaited<ReturnType<typeof startTestDesk>>;

describe.each(databases.ids)('public pages on %s', id => {
  let desk: Desk;

  beforeAll(async () => {
    const knex = await databases.init(id);
    desk = await startTestDesk({ knex, tickets: deskWithChannels });
  });

  afterAll(() => desk.stop());

  const visitor = () => publicVisitor(desk.server);

  it('lead to the forms, in two languages', async () => {
    const page = await visitor().get('/report');
    expect(page.status).toBe(200);
    expect(page.source).toContain('href="report/integrity?lang=en"');
    const german = await visitor().get('/report/integrity?lang=de');
    expect(german.source).toContain('<html lang="de">');
    expect(german.text).toContain('Hinweis geben');
    expect(german.source).toContain('href="../inbox?lang=de"');
    const { source } = await visitor().get('/report/integrity');
    expect(source).toContain('Only three people &lt;read&gt; it.');
    const other = publicVisitor(desk.server, {
      'Accept-Language': 'fr, de-CH;q=0.8, en;q=0.5',
    });
    expect((await other.get('/inbox')).source).toContain('<html lang="de">');
    expect((await visitor().get('/report/other')).status).toBe(404);
    expect((await visitor().get('/elsewhere')).status).toBe(404);
  });

  it('run nothing, load nothing, set no cookie and say nothing to others', async () => {
    for (const path of ['/report', '/report/integrity', '/inbox', '/none']) {
      const { headers, source } = await visitor().get(path);
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
      );
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['set-cookie']).toBeUndefined();
      expect(source).not.toMatch(/<script|<img|<link|javascript:|https?:/);
      expect(Buffer.byteLength(source)).toBeLessThan(30_000);
    }
  });

  it('show what is wrong, and keep what was written', async () => {
    const form = await visitor().get('/report/safety');
    const page = await visitor().post(
      '/report/safety',
      { mark: form.value('mark'), message: '', subject: 'A <leak>' },
      { 'photo.png': Buffer.from('89504e470d0a1a0a00000000', 'hex') },
    );
    expect(page.status).toBe(400);
    expect(page.value('subject')).toBe('A <leak>');
    for (const error of ['Write what happened.', 'Choose what it is about.']) {
      expect(page.text).toContain(error);
    }
    expect(page.text).toContain('“photo.png” was not taken');
    expect(page.source).toContain('aria-invalid="true"');
    const chosen = await visitor().post('/report/safety', {
      mark: form.value('mark'),
      subject: 'A leak',
      message: 'There',
      category: 'incident',
    });
    expect(chosen.text).toContain('Choose what it is about.');
    const unmarked = await visitor().post('/report/integrity', {
      subject: 'A leak',
      message: 'There',
    });
    expect(unmarked.text).toContain('stood open for too long');
    const trapped = await visitor().post('/report/integrity', {
      mark: form.value('mark'),
      subject: 'A leak',
      message: 'There',
      website: 'https://example.com',
    });
    expect(trapped.status).toBe(400);
    const { items } = await desk.as('agent').listTickets({});
    expect(items.filter(({ subject }) => subject.includes('leak'))).toEqual([]);
  });

  it('take a report once, however often its form is sent', async () => {
    const { value } = await visitor().get('/report/integrity');
    const form = { mark: value('mark'), subject: 'Twice', message: 'Once' };
    const [one, other] = await Promise.all([
      visitor().post('/report/integrity', form),
      visitor().post('/report/integrity', form),
    ]);
    // who pressed the button twice sees the second answer alone
    expect(wordsOf(one)).toMatch(/^[a-z]{6}-/);
    expect(wordsOf(other)).toBe(wordsOf(one));
    const again = await visitor().post('/report/integrity', {
      ...form,
      message: 'Once more',
    });
    expect(again.text).toContain('This report was sent before');
    const elsewhere = await visitor().post('/report/safety', {
      ...form,
      category: 'question',
    });
    expect(elsewhere.status).toBe(200);
    const { items } = await desk.as('agent').listTickets({});
    expect(items.filter(({ subject }) => subject === 'Twice')).toHaveLength(1);
  });
});

describe.each(databases.ids)('a desk without channels on %s', id => {
  it('has no public pages', async () => {
    const desk = await startTestDesk({ knex: await databases.init(id) });
    const visitor = publicVisitor(desk.server);
    for (const path of ['/report', '/report/integrity', '/inbox']) {
      expect((await visitor.get(path)).status).toBe(401);
    }
    await desk.stop();
  });
});
