import { MAX_MARKDOWN_DEPTH } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

const deep = `${'>'.repeat(MAX_MARKDOWN_DEPTH + 2)} x`;

const log = `Look:\n\n\`\`\`\n${'>>> [main] <T> *x* '.repeat(2_000)}\n\`\`\`\n\n>>>>> quoted\n`;

/** Every request that takes Markdown, with the path of the Markdown in it. */
const requests: [
  path: string,
  method: 'post' | 'put',
  url: string,
  body: (markdown: string) => object,
][] = [
  ['message', 'post', '/tickets', message => ({ subject: 'x', message })],
  [
    'body',
    'post',
    '/tickets/{ticket}/messages',
    body => ({ kind: 'reply', body }),
  ],
  [
    'body',
    'post',
    '/tickets/{ticket}/messages',
    body => ({ kind: 'note', body }),
  ],
  [
    'body',
    'post',
    '/tickets/{ticket}/messages',
    body => ({ kind: 'private', body, recipients: ['user:default/agent'] }),
  ],
  [
    'message',
    'post',
    '/tickets/{ticket}/work-orders',
    message => ({ message }),
  ],
  [
    'comment',
    'put',
    '/tickets/{ticket}/rating',
    comment => ({ stars: 3, comment }),
  ],
  [
    'change.body',
    'post',
    '/bulk',
    body => ({
      tickets: ['x'],
      change: { type: 'message', kind: 'reply', body },
    }),
  ],
];

const databases = testDatabases();

describe.each(databases.ids)('messages with much in each other on %s', id => {
  let desk: Awaited<ReturnType<typeof startTestDesk>>;
  let ticket: string;

  beforeAll(async () => {
    desk = await startTestDesk({ knex: await databases.init(id) });
    ticket = (await desk.as('requester').fileTicket({ subject: 'x' })).id;
  });
  afterAll(() => desk.stop());

  const send = (
    [, method, url, body]: (typeof requests)[number],
    markdown: string,
  ) =>
    desk
      .http('agent')
      [method](url.replace('{ticket}', ticket))
      .send(body(markdown));

  it.each(requests)('are refused at %s of %s %s', async (...request) => {
    const response = await send(request, deep);

    expect(response.status).toBe(400);
    expect(response.body.error.issues).toMatchObject([
      {
        path: request[0],
        message: expect.stringContaining(`up to ${MAX_MARKDOWN_DEPTH} deep`),
      },
    ]);
  });

  it('are taken with long logs and quoted mail', async () => {
    const response = await send(requests[1], log);

    expect(response.body).toMatchObject({ body: log });
    expect(response.status).toBe(201);
  });
});
