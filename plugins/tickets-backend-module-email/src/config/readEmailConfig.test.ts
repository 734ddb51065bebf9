import { ConfigReader } from '@backstage/config';
import { readEmailConfig } from './readEmailConfig';

const good = {
  transportConfig: { transport: 'smtp', hostname: 'mail.example.com' },
  sender: 'Service Desk <desk@example.com>',
};

const read = (email?: object, tickets: object = {}) =>
  readEmailConfig(
    new ConfigReader({
      app: { baseUrl: 'https://portal.example.com/' },
      tickets: { ...tickets, email: email as never },
    }),
  );

describe('the settings of mail', () => {
  it('are few', () => {
    expect(read(good)).toEqual({
      transportConfig: {
        transport: 'smtp',
        hostname: 'mail.example.com',
        secure: false,
        requireTls: false,
      },
      sender: { name: 'Service Desk', address: 'desk@example.com' },
      concurrencyLimit: 2,
      content: 'full',
      contentByDefault: true,
      language: 'en',
      portalUrl: 'https://portal.example.com',
    });
  });

  it('have the language of the desk, unless they name one', () => {
    expect(read(good, { language: 'de' }).language).toBe('de');
    const named = read({ ...good, language: 'en' }, { language: 'de' });
    expect(named.language).toBe('en');
  });

  it.each([
    ['transportConfig: say how', { sender: good.sender }],
    ['transportConfig: say how', undefined],
    ['sender: write one address', { transportConfig: good.transportConfig }],
    ['sender: write one address', { ...good, sender: 'Support' }],
    [
      'sender: write one address',
      { ...good, sender: 'a@b.example, c@d.example' },
    ],
    [
      'transportConfig.transport: use smtp',
      { ...good, transportConfig: { transport: 'ses' } },
    ],
    [
      'transportConfig.hostname: write',
      { ...good, transportConfig: { transport: 'smtp' } },
    ],
    ['colour: there is no such setting', { ...good, colour: 'red' }],
    ['language: use one of en, de', { ...good, language: 'fr' }],
    ['concurrencyLimit: use a number', { ...good, concurrencyLimit: 0 }],
  ])('are refused with their path and a hint: %s', (text, email) => {
    expect(() => read(email)).toThrow(
      `Mistake in the configuration of mail: tickets.email.${text}`,
    );
  });
});
