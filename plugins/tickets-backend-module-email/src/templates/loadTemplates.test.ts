import { existsSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mailedEvents } from '../channel/mailedEvents';
import { languages } from '../config/schema';
import { loadTemplates } from './loadTemplates';
import { sampleData } from './sampleData';

const shipped = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend-module-email',
  'templates',
);
const everyOne = languages.flatMap(language =>
  mailedEvents.map(event => [language, event] as const),
);

describe('the shipped templates', () => {
  it.each(everyOne)('say in %s what %s means', (language, event) => {
    expect(existsSync(`${shipped}/${language}/${event}.txt.hbs`)).toBe(true);
    const templates = loadTemplates();
    for (const data of sampleData(event, language)) {
      const { text, html } = templates.render(data);
      const [sentence] = text.split('\n');
      expect(sentence).toMatch(/^[A-ZÄÖÜ].*\S$/);
      expect(html).toContain(sentence);
    }
  });

  it('are in two languages indeed', () => {
    const templates = loadTemplates();
    for (const event of mailedEvents) {
      const [en, de] = languages.map(
        language => templates.render(sampleData(event, language)[0]).text,
      );
      expect(en.split('\n')[0]).not.toBe(de.split('\n')[0]);
    }
  });
});

describe('templates of an operator', () => {
  const folder = createMockDirectory();
  const [sample] = sampleData('replied', 'en');

  it('take the place of the shipped ones, each by itself', () => {
    folder.setContent({
      'header.html.hbs': '<b>{{desk}} & more</b>',
      'header.txt.hbs': '{{desk}} & more',
      'footer.txt.hbs': 'Example Corp.',
      en: { 'replied.txt.hbs': '{{number}} was <answered>.' },
      de: { 'footer.txt.hbs': 'Beispiel AG' },
    });
    const templates = loadTemplates(folder.path);
    const english = templates.render({ ...sample, desk: 'A & B' });
    expect(english.text).toMatch(/^A & B & more\n\nT-1 was <answered>\.\n/);
    expect(english.text).toMatch(/Example Corp\.$/);
    expect(english.html).toContain('<b>A &amp; B & more</b>');
    expect(english.html).toContain('T-1 was &lt;answered&gt;.');
    const german = templates.render(sampleData('replied', 'de')[0]).text;
    expect(german).toContain('Es gibt eine neue Antwort.');
    expect(german).toMatch(/Beispiel AG$/);
    expect(templates.render(sampleData('solved', 'en')[0]).text).toContain(
      'The ticket was solved.',
    );
  });

  it.each([
    [
      'a brace that is missing',
      'Hello\n{{#if actor}}\nby {{actor}\n{{/if}}',
      3,
    ],
    ['a block that is not closed', 'Hello\n{{#if actor}}', 2],
    ['a name that there is not', 'Hello\n\n{{tikcet}}', 3],
    ['a name below one that there is', 'Hello\n{{other.nubmer}}', 2],
    ['a name in a branch', '{{#if roles.watcher}}\n{{nubmer}}\n{{/if}}', 2],
    ['a helper that there is not', 'Hello\n{{shout number}}', 2],
  ])('with %s are named with their line', (_what, source, line) => {
    folder.setContent({ en: { 'replied.txt.hbs': source } });
    const file = `${folder.path}/en/replied.txt.hbs`;
    expect(() => loadTemplates(folder.path)).toThrow(
      `Mistake in the mail template ${file}, line ${line}: `,
    );
  });

  it.each([
    ['en/repleid.txt.hbs', { en: { 'repleid.txt.hbs': '' } }],
    ['replied.txt.hbs', { 'replied.txt.hbs': '' }],
    ['fr/replied.txt.hbs', { fr: { 'replied.txt.hbs': '' } }],
  ])('that would never be used are named: %s', (name, content) => {
    folder.setContent(content);
    expect(() => loadTemplates(folder.path)).toThrow(
      `The mail template ${folder.path}/${name} is of no use`,
    );
  });

  it('in a folder that there is not are missed', () => {
    expect(() => loadTemplates(`${folder.path}/none`)).toThrow(
      /The folder of mail templates .*none \(tickets.email.templates\)/,
    );
  });
});
