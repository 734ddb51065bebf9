import { ConfigReader } from '@backstage/config';
import { readEmailConfig } from './readEmailConfig';

const good = {
  transportConfig: { transport: 'smtp', hostname: 'mail.example.com' },
  sender: 'Service Desk <desk@example.com>',
};

const mailbox = {
  id: 'support',
  type: 'imap',
  hostname: 'imap.example.com',
  username: 'desk',
  password: 'secret',
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
      digestSchedule: '0 8 * * 1-5',
    });
  });

  it('have the language of the desk, unless they name one', () => {
    expect(read(good, { language: 'de' }).language).toBe('de');
    const named = read({ ...good, language: 'en' }, { language: 'de' });
    expect(named.language).toBe('en');
  });

  it('can have ports from the environment, which are text', () => {
    const { transportConfig, incoming } = read({
      ...good,
      transportConfig: { ...good.transportConfig, port: '2525' },
      incoming: { mailboxes: [{ ...mailbox, port: '1143' }] },
    });
    expect(transportConfig).toMatchObject({ port: 2525 });
    expect(incoming?.mailboxes).toMatchObject([{ port: 1143 }]);
  });

  it('take in mails despite policies only where the operator says so', () => {
    const withPolicies = (incoming: object) =>
      readEmailConfig(
        new ConfigReader({
          app: { baseUrl: 'https://portal.example.com/' },
          permission: { enabled: true },
          tickets: { email: { ...good, incoming } },
        }),
      );
    expect(() => withPolicies({ mailboxes: [mailbox] })).toThrow(
      'tickets.email.incoming.ignorePolicies',
    );
    expect(
      withPolicies({ mailboxes: [mailbox], ignorePolicies: true }).incoming,
    ).toMatchObject({
      maxSize: 25,
      keepOriginals: 90,
      senders: 'users',
      mailboxes: [{ secure: true, requireTls: true, begin: 'new' }],
    });
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
    [
      'transportConfig.port: use the number of a port',
      { ...good, transportConfig: { ...good.transportConfig, port: 'smtp' } },
    ],
    ['digestSchedule: write a cron', { ...good, digestSchedule: 'daily' }],
    ['colour: there is no such setting', { ...good, colour: 'red' }],
    ['language: use one of en, de', { ...good, language: 'fr' }],
    ['concurrencyLimit: use a number', { ...good, concurrencyLimit: 0 }],
    ['incoming.mailboxes: list the', { ...good, incoming: {} }],
    ['incoming.mailboxes: list at', { ...good, incoming: { mailboxes: [] } }],
    [
      'incoming.mailboxes: two mailboxes',
      { ...good, incoming: { mailboxes: [mailbox, mailbox] } },
    ],
    [
      'incoming.mailboxes.0.type: use imap or http',
      { ...good, incoming: { mailboxes: [{ ...mailbox, type: 'pop' }] } },
    ],
    [
      'incoming.mailboxes.0: write a password, or oauth2',
      {
        ...good,
        incoming: { mailboxes: [{ ...mailbox, password: undefined }] },
      },
    ],
    [
      'incoming.mailboxes.0: moveTo names the folder that is read',
      { ...good, incoming: { mailboxes: [{ ...mailbox, moveTo: 'Inbox' }] } },
    ],
    [
      'incoming.replyAddress: write an address with {token}',
      {
        ...good,
        incoming: { mailboxes: [mailbox], replyAddress: 'desk@example.com' },
      },
    ],
    [
      'incoming.senders: only users can write so far',
      { ...good, incoming: { mailboxes: [mailbox], senders: 'anyone' } },
    ],
  ])('are refused with their path and a hint: %s', (text, email) => {
    expect(() => read(email)).toThrow(
      `Mistake in the configuration of mail: tickets.email.${text}`,
    );
  });

  it('name categories and priorities that the desk has', () => {
    const withMailbox = (settings: object, tickets: object = {}) =>
      read(
        { ...good, incoming: { mailboxes: [{ ...mailbox, ...settings }] } },
        tickets,
      );
    const tickets = {
      categories: [{ id: 'question' }, { id: 'access' }],
      priorities: [{ id: 'p1' }],
    };
    expect(() =>
      withMailbox({ category: 'qestion', priority: 'p2' }, tickets),
    ).toThrow(
      [
        'Mistake in the configuration of mail: tickets.email.incoming.mailboxes.0.category: the desk has no category "qestion"; use one of question, access',
        'Mistake in the configuration of mail: tickets.email.incoming.mailboxes.0.priority: the desk has no priority "p2"; use one of p1',
      ].join('\n'),
    );
    expect(() => withMailbox({ category: 'question' })).toThrow(
      'the desk has no category "question"; add it to tickets.categories',
    );
    const { incoming } = withMailbox(
      { category: 'question', priority: 'p1' },
      tickets,
    );
    expect(incoming?.mailboxes).toHaveLength(1);
    expect(() =>
      withMailbox(
        { rules: [{ subject: 'Order', category: 'orders' }] },
        tickets,
      ),
    ).toThrow(
      'mailboxes.0.rules.0.category: the desk has no category "orders"',
    );
    // the desk's own priorities
    expect(() => withMailbox({ priority: 'high' })).not.toThrow();
  });
});
