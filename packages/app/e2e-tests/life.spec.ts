import type { TicketsClient } from '@portaldesk/plugin-tickets-common';
import { clientOf } from './people';
import { expect, test } from './portal';

const requester = 'user:default/mehmet.yilmaz';
const agent = 'user:default/keiko.tanaka';

async function portalStatus(client: TicketsClient, ticket: string) {
  return (await client.getTicket(ticket)).portalStatus;
}

test('a ticket lives its whole life through the typed client', async ({
  portal,
}) => {
  const mehmet = await clientOf(portal, requester);
  const keiko = await clientOf(portal, agent);

  const log = await mehmet.uploadFile({
    name: 'runner.log',
    content: new Blob(['exit code 137\n'], { type: 'text/plain' }),
  });
  const filed = await mehmet.fileTicket(
    {
      subject: 'Runners are killed in the middle of a build',
      message: 'Since this morning every second build ends with code 137.',
      category: 'incident',
      assets: ['component:default/ci-runners'],
      attachments: [log.id],
    },
    { idempotencyKey: `life ${Date.now()}` },
  );
  const { id } = filed;
  expect(filed).toMatchObject({
    team: 'group:default/platform-support',
    priority: 'high',
    light: 'orange',
  });

  const taken = await keiko.takeOver(id, { version: filed.version });
  expect(taken).toMatchObject({ assignee: agent, status: 'in-progress' });
  await keiko.addMessage(id, { kind: 'note', body: 'The node pool is full.' });
  await keiko.addMessage(id, {
    kind: 'reply',
    body: 'Which pipeline is it?',
    status: 'waiting-requester',
  });
  expect(await mehmet.getTicket(id)).toMatchObject({
    portalStatus: 'answer-expected',
    light: 'red',
  });
  await mehmet.addMessage(id, { kind: 'reply', body: 'The one of checkout.' });
  expect(await portalStatus(keiko, id)).toBe('in-progress');

  await keiko.solveTicket(id, { notify: true });
  expect(await portalStatus(mehmet, id)).toBe('closed');
  await mehmet.reopenTicket(id);
  expect(await portalStatus(mehmet, id)).toBe('in-progress');

  const again = await mehmet.fileTicket({
    subject: 'Code 137 once more',
    message: 'This is the same, I think.',
    assets: ['component:default/ci-runners'],
  });
  const merged = await keiko.mergeTicket(again.id, { into: id });
  expect(merged.id).toBe(id);
  expect((await mehmet.getTicket(again.number)).number).toBe(filed.number);

  await keiko.closeTicket(id);
  const rated = await mehmet.rateTicket(id, { stars: 5, comment: 'Quick!' });
  expect(rated).toMatchObject({
    light: 'green',
    rating: { stars: 5, comment: 'Quick!' },
  });
  expect(rated.allowedActions).toContain('reopen');

  const { items } = await mehmet.listMessages(id);
  expect(items.map(({ body }) => body).reverse()).toEqual([
    'Since this morning every second build ends with code 137.',
    'Which pipeline is it?',
    'The one of checkout.',
    'This is the same, I think.',
  ]);
  const [file] = items[items.length - 1].attachments;
  expect(await (await mehmet.downloadFile(file.id)).text()).toBe(
    'exit code 137\n',
  );

  const events = await keiko.listEvents(id, { limit: 100 });
  const happened = events.items
    .filter(({ detail }) => detail.type !== 'status-changed')
    .map(({ detail }) => detail.type)
    .reverse();
  expect(happened).toEqual(
    expect.arrayContaining([
      'filed',
      'routed',
      'assigned',
      'noted',
      'replied',
      'merged-from',
      'rated',
    ]),
  );
  const seen = JSON.stringify([
    await mehmet.getTicket(id),
    await mehmet.listEvents(id, { limit: 100 }),
    items,
  ]);
  expect(seen).not.toContain('node pool');
  expect(seen).not.toContain('noted');
});
