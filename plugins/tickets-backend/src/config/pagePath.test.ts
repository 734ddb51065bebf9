import { ConfigReader } from '@backstage/config';
import type { JsonValue } from '@backstage/types';
import { readDeskConfig } from './readDeskConfig';

function pageOf(extensions: JsonValue | undefined, path?: string) {
  const data = {
    ...(extensions !== undefined && { app: { extensions } }),
    ...(path !== undefined && { tickets: { page: { path } } }),
  };
  return readDeskConfig(new ConfigReader(data)).page.path;
}

const moved = (path: JsonValue) => ({ 'page:tickets': { config: { path } } });

describe('the path of the Tickets page', () => {
  it.each<[string, JsonValue | undefined, string]>([
    ['that of the plugin, where nothing is said', undefined, '/tickets'],
    ['where the new frontend system moves it', [moved('/help')], '/help'],
    [
      'the last of several that move it',
      ['page:home', moved('/help'), { 'page:other': true }, moved('/desk/')],
      '/desk',
    ],
    ['the top of the portal', [moved('/')], ''],
    ['not moved by other settings', [{ 'page:tickets': true }], '/tickets'],
    ['not moved by what is no path', [moved(7)], '/tickets'],
    ['not moved to another portal', [moved('https://elsewhere')], '/tickets'],
    ['not moved by an entry that is no extension', [null, 7], '/tickets'],
    ['not moved by what is no list', 'page:tickets', '/tickets'],
  ])('is %s', (_, extensions, expected) => {
    expect(pageOf(extensions)).toBe(expected);
  });

  it('is what the desk is told first of all', () => {
    expect(pageOf([moved('/help')], '/service/desk')).toBe('/service/desk');
    expect(pageOf(undefined, '/')).toBe('');
  });

  it.each(['help', '//evil.example', '/help?x=1', '/help#top', '/a b'])(
    'is not %s',
    path => {
      expect(() => pageOf(undefined, path)).toThrow(/tickets\.page\.path/);
    },
  );
});
