import {
  type Highlight,
  type SearchHit,
  type SearchQuery,
  ticketSummarySchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import { TicketPolicy } from '../__testUtils__/TicketPolicy';
import { testDatabases } from '../__testUtils__/databases';
import { readSearchQuery } from '../domain/search/searchQuery';
import { deskConfig } from '../__testUtils__/organisation';
import { policyPermissions } from '../__testUtils__/policyPermissions';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';
import { inAllLights } from '../__testUtils__/inAllLights';

jest.setTimeout(240_000);

type Desk = Awaited<ReturnType<typeof startTestDesk>>;

/** By their relation to the ticket: it is about `ledger`, and support's. */
const people = [
  ...['requester', 'to-person', 'cc-person', 'colleague', 'owner'],
  ...['agent', 'second-agent', 'other-agent', 'admin', 'outsider'],
];
const insiders = ['agent', 'second-agent', 'other-agent', 'admin'];
const readers = people.filter(name => name !== 'outsider');

/** What the words stand in, and who may read that. */
const places: [string, string, readonly string[], Partial<Highlight>][] = [
  ['the subject', 'subjectword', readers, { where: 'subject' }],
  ['a reply', 'replyword', readers, { where: 'message', kind: 'reply' }],
  ['a note', 'noteword', insiders, { where: 'message', kind: 'note' }],
  [
    'a private message',
    'privateword',
    ['agent', 'second-agent'],
    { where: 'message', kind: 'private' },
  ],
  ['a field', 'regionword', readers, { where: 'field', field: 'region' }],
  ['a hidden field', 'costword', insiders, { where: 'field', field: 'cost' }],
];

const tickets = {
  ...deskConfig,
  categories: [
    ...deskConfig.categories,
    { id: 'security', title: 'Security', visibility: 'public' },
    { id: 'secret', title: 'Secret', visibility: 'confidential' },
    ...['form', 'security-form'].map(id => ({
      id,
      title: `With a form: ${id}`,
      form: {
        schema: {
          type: 'object',
          properties: {
            region: { type: 'string' },
            cost: { type: 'string' },
          },
        },
        hidden: ['cost'],
      },
    })),
  ],
};

/** Lays a ticket that has a word of its own in each place. */
async function layTicket(desk: Desk) {
  const ticket = await desk.as('requester').fileTicket({
    subject: 'Subjectword of the requester',
    message: 'Something with *Replyword* in it',
    category: 'form',
    fields: { region: 'EU-Regionword' },
    assets: ['component:default/ledger'],
    to: [userRef('to-person')],
    cc: [userRef('cc-person')],
  });
  const agent = desk.as('agent');
  await agent.editTicket(ticket.id, { fields: { cost: '5 Costword' } });
  await agent.addMessage(ticket.id, { kind: 'note', body: 'Noteword: why?' });
  await agent.addMessage(ticket.id, {
    kind: 'private',
    body: 'Privateword',
    recipients: [userRef('second-agent')],
  });
  return ticket;
}

const textOf = ({ parts }: Highlight) => parts.map(({ text }) => text).join('');

const hitsOf = ({ parts }: Highlight) =>
  parts.filter(({ hit }) => hit).map(({ text }) => text);

const databases = testDatabases();

describe.each(databases.ids)('a search on %s', id => {
  let desk: Desk;
  let ticket: Awaited<ReturnType<typeof layTicket>>;

  beforeAll(async () => {
    desk = await startTestDesk({ knex: await databases.init(id), tickets });
    ticket = await layTicket(desk);
  });
  afterAll(() => desk.stop());

  const search = (name: string, text: string, query?: Partial<SearchQuery>) =>
    desk.as(name).searchTickets({ text, limit: 100, ...query });
  const numbers = async (name: string, text: string) =>
    (await search(name, text)).items.map(hit => hit.ticket.number);

  it.each(places)(
    'finds what stands in %s for those who may read it, as lists and counts do',
    async (_place, word, finders, where) => {
      for (const name of people) {
        const found = finders.includes(name) ? [ticket.id] : [];
        const { items } = await search(name, word);
        expect([name, items.map(hit => hit.ticket.id)]).toEqual([name, found]);
        expect(items.flatMap(hit => hit.highlights)).toEqual(
          found.map(() => expect.objectContaining(where)),
        );
        const client = desk.as(name);
        const listed = await client.listTickets({ text: word, limit: 100 });
        expect(listed.items.map(item => item.id)).toEqual(found);
        expect(listed.total).toBe(found.length);
        const counts = await client.countTickets({ text: word });
        expect(inAllLights(counts)).toBe(found.length);
      }
    },
  );

  it('says nothing of what the caller may not read', async () => {
    for (const name of people) {
      const http = desk.http(name);
      for (const text of ['requester', 'subjectword', ...ticket.number]) {
        const { body } = await http.get('/search').query({ text });
        const answer = JSON.stringify(body).toLowerCase();
        for (const [, word, finders] of places) {
          expect([name, word, answer.includes(word)]).toEqual([
            name,
            word,
            finders.includes(name) && answer.includes(word),
          ]);
        }
      }
      // what is left out depends on readable words alone as well
      expect(await numbers(name, 'subjectword -noteword')).toEqual(
        name === 'outsider' ? [] : [ticket.number],
      );
    }
  });

  it('shows the words that were found in what they stand in', async () => {
    const { items } = await search('requester', 'something replyw');
    expect(items[0].highlights).toEqual([
      {
        where: 'message',
        message: expect.any(String),
        kind: 'reply',
        parts: [
          { text: 'Something', hit: true },
          { text: ' with *', hit: false },
          { text: 'Replyword', hit: true },
          { text: '* in it', hit: false },
        ],
      },
    ]);
  });

  it('marks hidden fields for insiders alone, also where other texts were found', async () => {
    const { id: twice } = await desk.as('requester').fileTicket({
      subject: 'Twiceword',
      category: 'form',
      assets: ['component:default/ledger'],
    });
    await desk.as('agent').editTicket(twice, { fields: { cost: 'twiceword' } });
    const marked = async (name: string) =>
      (await search(name, 'twiceword')).items.map(({ highlights }) =>
        highlights.map(({ where, field }) => [where, field]),
      );
    expect(await marked('requester')).toEqual([[['subject', undefined]]]);
    expect(await marked('agent')).toEqual([
      [
        ['subject', undefined],
        ['field', 'cost'],
      ],
    ]);
  });

  it('shows an agent of another team, in Cc of a confidential ticket, what is seen from outside', async () => {
    const { id: secret } = await desk.as('requester').fileTicket({
      subject: 'Ccword',
      category: 'secret',
      assets: ['component:default/ledger'],
      cc: [userRef('other-agent')],
    });
    await desk
      .as('agent')
      .addMessage(secret, { kind: 'note', body: 'Ccword noted' });
    const seen = async (name: string) =>
      (await search(name, 'ccword')).items.map(hit => [
        hit.ticket.id,
        'status' in hit.ticket,
        hit.highlights.map(({ where }) => where),
      ]);
    expect(await seen('other-agent')).toEqual([[secret, false, ['subject']]]);
    expect(await seen('agent')).toEqual([
      [secret, true, ['subject', 'message']],
    ]);
    expect(await numbers('other-agent', 'noted')).toEqual([]);
  });

  it.each(readers)('shows %s as much of a ticket as lists do', async name => {
    const { items } = await search(name, 'subjectword');
    const listed = await desk.as(name).listTickets({ text: 'subjectword' });
    expect(items.map(hit => hit.ticket)).toEqual(
      listed.items.map(item => ticketSummarySchema.parse(item)),
    );
    expect('status' in items[0].ticket).toBe(insiders.includes(name));
  });

  it.each([
    number => number,
    number => number.toLowerCase(),
    number => number.slice(0, -1),
    number => number.replace(/^.*?(\d+)$/, '$1'),
    number => `${number} subjectword`,
  ] satisfies ((number: string) => string)[])(
    'finds a ticket by its number, also as %s',
    async typed => {
      const { items } = await search('agent', typed(ticket.number));
      const hit = items.find(item => item.ticket.id === ticket.id);
      expect(hit?.highlights[0]).toMatchObject({ where: 'number' });
    },
  );

  it('heeds other filters, and what only insiders may filter by', async () => {
    const found = async (name: string, query: Partial<SearchQuery>) =>
      (await search(name, 'subjectword', query)).items.length;
    expect(await found('agent', { state: 'open' })).toBe(1);
    expect(await found('agent', { state: 'closed' })).toBe(0);
    expect(await found('agent', { status: ['new'] })).toBe(1);
    expect(await found('requester', { status: ['new'] })).toBe(0);
    expect(await found('agent', { category: ['question'] })).toBe(0);
  });

  it.each([
    ...['a & | ! b', "'; drop table tickets; --", 'NEAR(a b, 2)', 'a AND NOT'],
    ...['words : a', '{words} : b', '^a', 'a + b', '(a', 'a)', 'a:b*'],
    ...['a\u0000b', '/a0', "'/a0'", 'x'.repeat(200), '東京', 'é'],
  ])('takes %j', async text => {
    const answer = await desk.http('agent').get('/search').query({ text });
    expect([text, answer.status]).toEqual([text, 200]);
    const listed = await desk.http('agent').get('/tickets').query({ text });
    expect([text, listed.status]).toEqual([text, 200]);
  });

  it('leaves lists and counts whole while nothing is typed', async () => {
    const agent = desk.as('agent');
    const whole = await agent.listTickets();
    expect(whole.items).not.toEqual([]);
    for (const text of ['', '  ']) {
      expect(await agent.listTickets({ text })).toEqual(whole);
      expect(await agent.countTickets({ text })).toEqual(
        await agent.countTickets(),
      );
    }
    expect((await agent.listTickets({ text: '-slow' })).items).toEqual([]);
  });

  it.each([
    ...['', ' ', '-', '"', '""', '*', '***', '-*', '?', ':*', "'", '\\', '%'],
    ...['_', '\u0000', '\ud800', '\u202e', '👍'.repeat(100), '"'.repeat(199)],
    ...['\ufe70', '㈱', '<->'],
  ])('wants a word, and %j leaves lists as they are', async text => {
    const http = desk.http('agent');
    const searched = await http.get('/search').query({ text });
    expect(searched.status).toBe(400);
    expect(searched.body.error.issues).toMatchObject([{ path: 'query.text' }]);
    for (const path of ['/tickets', '/counts', '/export']) {
      const all = await http.get(path);
      const listed = await http.get(path).query({ text });
      expect([path, listed.status, listed.text]).toEqual([path, 200, all.text]);
    }
    const { body: counted } = await http.post('/counts').send({
      views: [
        { id: 'all', filter: {} },
        { id: 'typed', filter: { text } },
      ],
    });
    const [all, typed] = counted.items;
    expect(all.count).toBeGreaterThan(0);
    expect(typed.count).toBe(all.count);
    const saved = await http
      .post('/views')
      .send({ name: 'Emptied', filter: { text } });
    expect([saved.status, saved.body.filter]).toEqual([201, {}]);
    await http.delete(`/views/${saved.body.id}`);
  });

  it.each(['-a', '-"a b" --c', '* -a'])(
    'is refused where it only leaves out: %j',
    async text => {
      const http = desk.http('agent');
      expect((await http.get('/search').query({ text })).status).toBe(400);
      const listed = await http.get('/tickets').query({ text });
      expect([listed.status, listed.body.items]).toEqual([200, []]);
    },
  );

  it('takes whatever is typed that has a word to look for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        async text => {
          const answer = await desk
            .http('agent')
            .get('/search')
            .query({ text });
          const { wanted } = readSearchQuery(text);
          expect(answer.status).toBe(wanted.length > 0 ? 200 : 400);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['without a text', {}, 'query.text'],
    ['too long a text', { text: 'x'.repeat(201) }, 'query.text'],
    ['a cursor of another list', { text: 'a', cursor: 'abc' }, 'query.cursor'],
    [
      'a cursor with other things',
      { text: 'a', cursor: Buffer.from('[-1, 2]').toString('base64url') },
      'query.cursor',
    ],
    ['an unknown filter', { text: 'a', colour: 'red' }, 'query.colour'],
  ])('refuses %s', async (_what, query, path) => {
    const { status, body } = await desk
      .http('agent')
      .get('/search')
      .query(query);
    expect(status).toBe(400);
    expect(body.error.issues).toEqual([expect.objectContaining({ path })]);
  });

  it('follows edits, moves, merges, splits and deletion at once', async () => {
    const [requester, agent, admin] = ['requester', 'agent', 'admin'].map(
      desk.as,
    );
    const file = (subject: string, message: string) =>
      requester.fileTicket({
        subject,
        message,
        category: 'form',
        fields: { region: 'oldregion' },
        assets: ['component:default/ledger'],
      });
    const [one, other] = [
      await file('Oldsubject', 'firstreply'),
      await file('Othersubject', 'secondreply'),
    ];
    await agent.editTicket(one.id, {
      subject: 'Newsubject',
      fields: { region: 'newregion' },
    });
    expect(await numbers('requester', 'oldsubject')).toEqual([]);
    expect(await numbers('requester', 'newsubject')).toEqual([one.number]);
    expect(await numbers('requester', 'newregion')).toEqual([one.number]);
    expect(await numbers('requester', 'oldregion')).toEqual([other.number]);

    await agent.mergeTicket(other.id, { into: one.id });
    expect(await numbers('requester', 'secondreply')).toEqual([one.number]);
    expect(await numbers('requester', 'othersubject')).toEqual([one.number]);

    const { items } = await agent.listMessages(one.id);
    const second = items.find(({ body }) => body === 'secondreply');
    const part = await agent.splitTicket(one.id, {
      message: second?.id ?? '',
      subject: 'Partsubject',
    });
    expect(await numbers('requester', 'secondreply')).toEqual([part.number]);
    expect(await numbers('requester', 'firstreply')).toEqual([one.number]);

    await agent.editTicket(one.id, { category: 'question' });
    expect(await numbers('requester', 'newregion')).toEqual([]);

    await agent.solveTicket(one.id);
    await agent.archiveTicket(one.id);
    expect(await numbers('agent', 'firstreply')).toEqual([]);
    expect(
      (await search('agent', 'firstreply', { state: 'archived' })).items,
    ).toHaveLength(1);

    await admin.deleteTicket(part.id);
    expect(await numbers('agent', 'secondreply')).toEqual([]);
    expect(await numbers('agent', 'partsubject')).toEqual([]);
  });

  it('leads through all that is found once, from what was written last, while others write', async () => {
    const requester = desk.as('requester');
    const laid: string[] = [];
    for (let index = 0; index < 9; index++) {
      const { id: filed } = await requester.fileTicket({
        subject: `Pageword ${index}`,
        message: index % 2 === 0 ? 'pageword once more' : 'else',
      });
      laid.unshift(filed);
    }
    const [newest] = laid;
    const oldest = laid[laid.length - 1];
    const hits: SearchHit[] = [];
    let cursor: string | undefined;
    do {
      const page = await search('requester', 'pageword', { limit: 2, cursor });
      hits.push(...page.items);
      cursor = page.nextCursor;
      await requester.addMessage(oldest, { kind: 'reply', body: 'pageword' });
      await requester.addMessage(newest, { kind: 'reply', body: 'pageword' });
      await requester.fileTicket({ subject: 'Pageword of later' });
    } while (cursor);
    expect(hits.map(hit => hit.ticket.id)).toEqual(laid);
    const first = await search('requester', 'pageword', { limit: 2 });
    expect(first.items[1].ticket.id).toBe(newest);
  });

  it('shows three messages of a ticket at most, the last ones first', async () => {
    const agent = desk.as('agent');
    for (let index = 1; index <= 5; index++) {
      await agent.addMessage(ticket.id, {
        kind: 'reply',
        body: `manyword ${index}`,
      });
    }
    const { items } = await search('agent', 'manyword');
    expect(items).toHaveLength(1);
    expect(items[0].highlights.map(textOf)).toEqual([
      'manyword 5',
      'manyword 4',
      'manyword 3',
    ]);
  });

  describe('for similar tickets', () => {
    const similar = async (name: string, subject: string, asset?: string) =>
      (await desk.as(name).similarTickets({ subject, asset })).items;

    it.each(places)(
      'finds nothing by what stands in %s, unless that is the subject',
      async (_place, word, finders, { where }) => {
        for (const name of people) {
          const found = await similar(name, `A ${word}`);
          expect([name, found.map(item => item.id)]).toEqual([
            name,
            where === 'subject' && finders.includes(name) ? [ticket.id] : [],
          ]);
        }
      },
    );

    it('finds what shares rare words, first what is about the same asset', async () => {
      const requester = desk.as('requester');
      const file = async (subject: string, asset: string) =>
        (
          await requester.fileTicket({
            subject,
            assets: [`component:default/${asset}`],
          })
        ).id;
      const here = await file('Certificate of the gateway expired', 'queue');
      const there = await file('Certificate of the gateway expired', 'ledger');
      const less = await file('Gateway answers slowly', 'queue');
      for (let index = 0; index < 10; index++) {
        await file(`All of the other ${index}`, 'queue');
      }
      const ids = async (subject: string, asset?: string) =>
        (await similar('requester', subject, asset)).map(item => item.id);
      expect(await ids('Certificate of the gatew')).toEqual([
        there,
        here,
        less,
      ]);
      expect(
        await ids('Certificate of the gatew', 'component:default/queue'),
      ).toEqual([here, there, less]);
      expect(await ids('')).toEqual([]);
      expect(await ids('x')).toEqual([]);
    });

    it('says what became of them', async () => {
      const { id: filed } = await desk.as('requester').fileTicket({
        subject: 'Similarword',
        assets: ['component:default/ledger'],
      });
      await desk.as('agent').closeTicket(filed);
      const { body } = await desk
        .http('requester')
        .get('/similar?subject=similarw&limit=1');
      expect(body).toEqual({
        items: [
          {
            id: filed,
            number: expect.any(String),
            subject: 'Similarword',
            portalStatus: 'closed',
            light: 'green',
            createdAt: expect.any(String),
            endedAt: expect.any(String),
          },
        ],
      });
    });

    it.each([
      ['', 'query.subject'],
      ['subject=a&limit=11', 'query.limit'],
      ['subject=a&asset=ledger', 'query.asset'],
      [`subject=${'x'.repeat(201)}`, 'query.subject'],
    ])('refuses %j', async (query, path) => {
      const { status, body } = await desk
        .http('agent')
        .get(`/similar?${query}`);
      expect(status).toBe(400);
      expect(body.error.issues).toEqual([expect.objectContaining({ path })]);
    });
  });

  it('marks the words as they are written', async () => {
    const { items } = await search('agent', '-absent subjectw');
    expect(items[0].highlights.flatMap(hitsOf)).toEqual(['Subjectword']);
  });
});

describe.each(databases.ids)('a search under a policy on %s', id => {
  it('finds what the policy lets the caller read, as lists do', async () => {
    const desk = await startTestDesk({
      knex: await databases.init(id),
      tickets,
      features: [policyPermissions(new TicketPolicy())],
    });
    const secret = await desk.as('requester').fileTicket({
      subject: 'Secretword',
      message: 'secretreply',
      category: 'security',
      assets: ['component:default/ledger'],
    });
    await desk
      .as('agent')
      .addMessage(secret.id, { kind: 'note', body: 'secretnote' });
    for (const name of people) {
      const client = desk.as(name);
      for (const text of ['secretword', 'secretreply', 'secretnote']) {
        const hits = (await client.searchTickets({ text })).items;
        const listed = (await client.listTickets({ text })).items;
        const mayRead =
          ['agent', 'second-agent'].includes(name) ||
          (name === 'requester' && text !== 'secretnote');
        expect([name, text, hits.length, listed.length]).toEqual([
          name,
          text,
          ...(mayRead ? [1, 1] : [0, 0]),
        ]);
      }
      const { items } = await client.similarTickets({ subject: 'secretword' });
      expect([name, items.length]).toEqual([
        name,
        ['agent', 'second-agent', 'requester'].includes(name) ? 1 : 0,
      ]);
    }
    await desk.stop();
  });
});
