import type { TicketEdit } from '../Desk';
import { testDatabases } from '../../__testUtils__/databases';
import {
  LEDGER,
  QUEUE,
  SYSTEM,
  WEBSITE,
  lifeDesk,
} from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('editing a ticket on %s', id => {
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    life = await lifeDesk(await databases.init(id));
  });

  function edit(name: string, ticket: string, request: TicketEdit) {
    return life.desk.editTicket(caller(name), { ticket }, request);
  }

  it('changes all that is named in one version, and records each change', async () => {
    const { id: ticket } = await life.file({
      category: 'incident',
      fields: { impact: 'low', users: 3 },
    });
    const edited = await edit('agent', ticket, {
      subject: 'The ledger is down',
      fields: { impact: 'high', users: null, cause: 'A leak' },
      assets: [QUEUE, LEDGER],
      entities: [WEBSITE],
      priority: 'high',
      visibility: 'confidential',
      tags: ['outage', 'ledger'],
      system: SYSTEM,
      slaPolicy: 'gold',
      notifyRequester: false,
    });
    expect(edited).toMatchObject({
      version: 2,
      subject: 'The ledger is down',
      fields: { impact: 'high', cause: 'A leak' },
      assets: [
        { entityRef: QUEUE, primary: true },
        { entityRef: LEDGER, primary: false },
      ],
      entities: [WEBSITE],
      priority: 'high',
      visibility: 'confidential',
      tags: ['ledger', 'outage'],
      system: SYSTEM,
      slaPolicy: 'gold',
      notifyRequester: false,
    });
    expect(edited.fields).not.toHaveProperty('users');
    expect((await life.changes(ticket)).map(({ type }) => type)).toEqual([
      'edited',
      'fields-edited',
      'edited',
      'edited',
      'edited',
      'tags-edited',
      'assets-edited',
      'entities-edited',
      'edited',
      'notify-requester-set',
    ]);
  });

  it('is no change where everything is as it was', async () => {
    const { id: ticket } = await life.file({
      category: 'incident',
      fields: { impact: 'low' },
    });
    const same = await edit('agent', ticket, {
      subject: 'The ledger is slow',
      fields: { impact: 'low' },
      assets: [LEDGER],
      entities: [],
      category: 'incident',
      tags: [],
      system: null,
      notifyRequester: true,
    });
    expect(same.version).toBe(1);
    expect(await life.changes(ticket)).toEqual([]);
  });

  it('gives the owners of a new asset access', async () => {
    const { id: ticket } = await life.file({ assets: [QUEUE] });
    const look = () => life.desk.getTicket(caller('owner'), ticket);
    await expect(look()).rejects.toMatchObject({ name: 'NotFoundError' });
    await edit('agent', ticket, { assets: [LEDGER] });
    expect(await look()).toMatchObject({ id: ticket });
    await edit('agent', ticket, { assets: [] });
    await expect(look()).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('adds and removes tags', async () => {
    const { id: ticket } = await life.file();
    await edit('agent', ticket, { tags: ['a', 'b'] });
    const edited = await edit('agent', ticket, {
      addTags: ['c', 'a'],
      removeTags: ['b', 'never'],
    });
    expect(edited.tags).toEqual(['a', 'c']);
    await expect(
      edit('agent', ticket, {
        addTags: Array.from({ length: 19 }, (_, index) => `t${index}`),
      }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });

  it.each<[string, TicketEdit, string]>([
    [
      'a field that the form lacks',
      { fields: { color: 'red' } },
      'fields.color',
    ],
    ['a wrong value', { fields: { users: 'many' } }, 'fields.users'],
    ['a required field emptied', { fields: { impact: null } }, 'fields.impact'],
    ['an unknown asset', { assets: [LEDGER, 'api:x/y'] }, 'assets[1]'],
    ['an unknown entity', { entities: ['api:x/y'] }, 'entities[0]'],
    ['an unknown category', { category: 'cat' }, 'category'],
    ['an unknown priority', { priority: 'most' }, 'priority'],
    ['an unknown SLA policy', { slaPolicy: 'lead' }, 'slaPolicy'],
    ['an unknown system', { system: 'system:x/y' }, 'system'],
    ['a component as the system', { system: LEDGER }, 'system'],
  ])('refuses %s and does nothing of the rest', async (_, wrong, path) => {
    const { id: ticket } = await life.file({
      category: 'incident',
      fields: { impact: 'low' },
    });
    await expect(
      edit('agent', ticket, { subject: 'Changed', ...wrong }),
    ).rejects.toMatchObject({
      name: 'InputError',
      issues: [{ path, message: expect.any(String) }],
    });
    expect(await life.changes(ticket)).toEqual([]);
  });

  it.each<[string, TicketEdit]>([
    ['subject', { subject: 'Changed' }],
    ['fields', { fields: { impact: 'high' } }],
    ['assets', { assets: [QUEUE] }],
    ['entities', { entities: [WEBSITE] }],
  ])(
    'lets the requester change the %s of a new ticket only',
    async (_, request) => {
      const { id: ticket } = await life.file({
        category: 'incident',
        fields: { impact: 'low' },
      });
      expect(await edit('requester', ticket, request)).toMatchObject({
        version: 2,
      });
      await life.desk.takeOver(caller('agent'), { ticket });
      await expect(edit('requester', ticket, request)).rejects.toMatchObject({
        name: 'ConflictError',
      });
    },
  );

  it.each<TicketEdit>([
    { category: 'other' },
    { priority: 'high' },
    { visibility: 'internal' },
    { tags: ['x'] },
    { addTags: ['x'] },
    { system: SYSTEM },
    { slaPolicy: 'gold' },
    { notifyRequester: false },
    { subject: 'Changed', priority: 'high' },
  ])('does not let the requester classify: %j', async request => {
    const { id: ticket } = await life.file();
    await expect(edit('requester', ticket, request)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });

  it('tells the requester of a hidden field no more than of none', async () => {
    const { id: ticket } = await life.file({
      category: 'incident',
      fields: { impact: 'low' },
    });
    const messages = await Promise.all(
      ['cause', 'nothing'].map(field =>
        edit('requester', ticket, { fields: { [field]: 'x' } }).catch(
          error => error.issues[0].message,
        ),
      ),
    );
    expect(messages[0]).toBe(messages[1]);
  });

  it('takes nothing that every object has for a field', async () => {
    const { id: ticket } = await life.file({ category: 'question' });
    const before = await life.changes(ticket);
    const fields = { constructor: null, toString: null };
    expect(await edit('agent', ticket, { fields })).toMatchObject({
      version: 1,
    });
    expect(await life.changes(ticket)).toEqual(before);
  });

  it('keeps the fields that the form of a new category has', async () => {
    const { id: ticket } = await life.file({
      category: 'incident',
      fields: { impact: 'low', users: 3 },
    });
    expect(await edit('agent', ticket, { category: 'question' })).toMatchObject(
      { category: 'question', fields: { users: 3 } },
    );
    expect(await life.changes(ticket)).toContainEqual({
      type: 'fields-edited',
      from: { impact: 'low' },
      to: { impact: null },
    });
    expect(await edit('agent', ticket, { category: null })).toMatchObject({
      category: null,
      fields: {},
    });
  });

  it('checks fields against the form of the category that comes with them', async () => {
    const { id: ticket } = await life.file({ category: 'other' });
    const fields = { impact: 'high' };
    await expect(edit('agent', ticket, { fields })).rejects.toMatchObject({
      issues: [{ path: 'fields.impact' }],
    });
    expect(
      await edit('agent', ticket, { fields, category: 'incident' }),
    ).toMatchObject({ fields });
  });

  it('changes the category of an ended ticket only where that is configured', async () => {
    const knex = await databases.init(id);
    const strict = await lifeDesk(knex);
    const lenient = await lifeDesk(knex, {
      tickets: { closing: { allowReclassify: true } },
    });
    const { id: ticket } = await strict.file({ category: 'other' });
    await strict.desk.closeTicket(caller('agent'), { ticket }, {});
    const reclassify = (desk: typeof strict.desk) =>
      desk.editTicket(caller('agent'), { ticket }, { category: 'question' });
    await expect(reclassify(strict.desk)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect(await reclassify(lenient.desk)).toMatchObject({
      category: 'question',
    });
  });

  it('works on a ticket whose category, priority and assets are gone', async () => {
    const knex = await databases.init(id);
    const before = await lifeDesk(knex);
    const { id: ticket } = await before.file({
      category: 'incident',
      priority: 'high',
      fields: { impact: 'low' },
    });
    const after = await lifeDesk(knex, {
      tickets: {
        categories: [{ id: 'new', title: 'New' }],
        priorities: [{ id: 'normal', title: 'Normal' }],
        cannedReplies: [],
        slaPolicies: [],
      },
    });
    const agent = caller('agent');
    expect(
      await after.desk.editTicket(
        agent,
        { ticket },
        {
          subject: 'Still works',
          category: 'incident',
          priority: 'high',
          fields: { impact: null },
        },
      ),
    ).toMatchObject({ subject: 'Still works', fields: {} });
    expect(
      await after.desk.editTicket(
        agent,
        { ticket },
        {
          category: 'new',
          priority: 'normal',
        },
      ),
    ).toMatchObject({ category: 'new', priority: 'normal' });
  });

  it('hides a ticket that became internal from its requester', async () => {
    const { id: ticket } = await life.file();
    await edit('agent', ticket, { visibility: 'internal' });
    await expect(
      life.desk.getTicket(caller('requester'), ticket),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('says what changed to those who saw an earlier version', async () => {
    const { id: ticket } = await life.file();
    await edit('agent', ticket, { priority: 'high' });
    await expect(
      life.desk.editTicket(
        caller('second-agent'),
        { ticket, version: 1 },
        { priority: 'low' },
      ),
    ).rejects.toMatchObject({
      name: 'StaleTicketError',
      version: 2,
      changes: [{ detail: { type: 'edited', to: 'high' } }],
    });
  });

  it.each(['outsider', 'other-agent'])(
    'is nothing for %s of a confidential ticket',
    async name => {
      const { id: ticket } = await life.file();
      await edit('agent', ticket, { visibility: 'confidential' });
      await expect(
        edit(name, ticket, { assets: ['api:x/y'] }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    },
  );
});
