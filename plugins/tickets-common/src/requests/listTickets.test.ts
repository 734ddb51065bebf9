import fc from 'fast-check';
import {
  MAX_PAGE_SIZE,
  listTicketsQuerySchema,
  pageQuerySchema,
} from './listTickets';
import { ticketFilterSchema } from './ticketFilter';

describe('listTicketsQuerySchema', () => {
  it('has defaults: the 25 tickets that changed last', () => {
    expect(listTicketsQuerySchema.parse({})).toEqual({
      sort: 'updatedAt',
      order: 'desc',
      limit: 25,
    });
  });

  it.each([
    ['light', 'red', ['red']],
    ['status', 'in-progress', ['in-progress']],
    ['category', 'incident', ['incident']],
    ['priority', 'high', ['high']],
    ['requester', 'User:Jane', ['user:default/jane']],
    ['team', 'Group:Support', ['group:default/support']],
    ['team', 'none', ['none']],
    ['assignee', 'User:Jane', ['user:default/jane']],
    ['assignee', 'none', ['none']],
    ['asset', 'Component:Ledger', ['component:default/ledger']],
    ['entity', 'Api:Ledger', ['api:default/ledger']],
    ['type', 'waiting-requester', ['waiting-requester']],
    ['visibility', 'confidential', ['confidential']],
    ['channel', 'email', ['email']],
    ['rating', '5', [5]],
    ['organisation', 'Group:Shop', ['group:default/shop']],
    ['organisation', 'none', ['none']],
    ['system', 'System:Shop', ['system:default/shop']],
    ['system', 'none', ['none']],
    ['tag', ' VPN', ['vpn']],
    ['field', 'region:eu:west', ['region:eu:west']],
    ['createdFrom', '2026-01-01T00:00:00+01:00', '2026-01-01T00:00:00+01:00'],
    ['dueTo', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
    ['overdue', 'true', true],
    ['unread', 'false', false],
    ['watching', true, true],
    ['total', 'false', false],
  ])('takes %s=%s once', (name, value, parsed) => {
    expect(listTicketsQuerySchema.parse({ [name]: value })).toMatchObject({
      [name]: parsed,
    });
  });

  it.each(['', ' ', '***', '"', '- ?'])(
    'is as if nothing was looked for with the text %j',
    text => {
      expect(listTicketsQuerySchema.parse({ text })).toEqual(
        listTicketsQuerySchema.parse({}),
      );
    },
  );

  it.each([
    ['light', ['red', 'green'], ['red', 'green']],
    ['status', ['new', 'solved'], ['new', 'solved']],
    ['category', ['incident', 'question'], ['incident', 'question']],
    ['priority', ['low', 'high'], ['low', 'high']],
    ['requester', ['user:a', 'user:b'], ['user:default/a', 'user:default/b']],
    ['team', ['none', 'group:a'], ['none', 'group:default/a']],
    ['assignee', ['user:a', 'none'], ['user:default/a', 'none']],
    ['asset', ['api:a', 'api:b'], ['api:default/a', 'api:default/b']],
  ])('takes %s several times: %j', (name, values, parsed) => {
    expect(listTicketsQuerySchema.parse({ [name]: values })).toMatchObject({
      [name]: parsed,
    });
  });

  it.each([
    [{ state: 'new' }],
    [{ state: ['open', 'closed'] }],
    [{ light: 'blue' }],
    [{ light: [] }],
    [{ light: ['red', 'blue'] }],
    [{ status: '' }],
    [{ category: 'a\u0000' }],
    [{ priority: Array(51).fill('high') }],
    [{ requester: 'none' }],
    [{ requester: 'group:default/support' }],
    [{ team: 'user:default/jane' }],
    [{ team: { $ne: 'x' } }],
    [{ assignee: 'nobody' }],
    [{ entity: 'none' }],
    [{ type: 'ended' }],
    [{ visibility: 'private' }],
    [{ channel: 'fax' }],
    [{ rating: '0' }],
    [{ rating: '4.5' }],
    [{ organisation: 'user:default/jane' }],
    [{ system: 'shop' }],
    [{ tag: 'a b' }],
    [{ field: 'region' }],
    [{ field: ':eu' }],
    [{ field: 'region:' }],
    [{ field: 'region:\u0000' }],
    [{ createdFrom: 'yesterday' }],
    [{ updatedTo: '2026-01-01' }],
    [{ endedFrom: ['2026-01-01T00:00:00Z'] }],
    [{ overdue: 'yes' }],
    [{ unread: '' }],
    [{ watching: 1 }],
    [{ total: 'many' }],
    [{ asset: 'ledger' }],
    [{ sort: 'rating' }],
    [{ sort: 'updatedAt; drop table tickets' }],
    [{ order: 'up' }],
    [{ cursor: 'x'.repeat(2001) }],
    [{ cursor: ['a', 'b'] }],
    [{ subject: 'Help' }],
    [{ page: '2' }],
  ])('refuses %j', query => {
    expect(listTicketsQuerySchema.safeParse(query).success).toBe(false);
  });

  it('refuses a prototype in the query', () => {
    expect(
      listTicketsQuerySchema.safeParse(JSON.parse('{"__proto__":["x"]}'))
        .success,
    ).toBe(false);
  });

  it('reads what it parsed as the same query', () => {
    const id = fc.constantFrom('new', 'high', 'incident');
    const query = fc.record(
      {
        state: fc.constantFrom('open', 'closed'),
        light: fc.subarray(['orange', 'red'], { minLength: 1 }),
        status: fc.oneof(id, fc.array(id, { minLength: 1, maxLength: 3 })),
        team: fc.constantFrom('none', 'Group:A', ['none', 'group:x/B']),
        asset: fc.constantFrom('API:a', ['api:a', 'Resource:X/y']),
        limit: fc.integer({ min: 1, max: MAX_PAGE_SIZE }).map(String),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(query, raw => {
        const parsed = listTicketsQuerySchema.parse(raw);
        expect(listTicketsQuerySchema.parse(parsed)).toEqual(parsed);
      }),
    );
  });
});

describe('the limit of a page', () => {
  it.each([
    ['1', 1],
    ['25', 25],
    ['100', 100],
    [50, 50],
  ])('can be %j', (limit, parsed) => {
    expect(pageQuerySchema.parse({ limit }).limit).toBe(parsed);
    expect(listTicketsQuerySchema.parse({ limit }).limit).toBe(parsed);
  });

  it.each([['0'], ['101'], ['-1'], ['2.5'], ['many'], [''], ['NaN'], ['1e3']])(
    'cannot be %j',
    limit => {
      expect(pageQuerySchema.safeParse({ limit }).success).toBe(false);
      expect(listTicketsQuerySchema.safeParse({ limit }).success).toBe(false);
    },
  );
});

describe('ticketFilterSchema', () => {
  it('knows no paging: a count has no pages', () => {
    expect(ticketFilterSchema.parse({ state: 'open' })).toEqual({
      state: 'open',
    });
    expect(ticketFilterSchema.safeParse({ limit: '5' }).success).toBe(false);
  });
});

describe('pageQuerySchema', () => {
  it('knows no filters', () => {
    expect(pageQuerySchema.safeParse({ status: 'new' }).success).toBe(false);
  });
});
