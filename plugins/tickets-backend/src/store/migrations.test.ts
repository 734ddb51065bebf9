import { wordsOf } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { ticketRow } from '../__testUtils__/ticketRow';
import { DEFAULT_STATUSES } from '../config/defaults';
import { noDeadlines } from '../domain/sla/deadlines';
import { textConditions } from '../desk/search/textConditions';
import { scopeOf } from '../domain/access/access';
import { Statuses } from '../domain/statuses';
import { applyEvent } from '../domain/ticketState';
import { DeskStore } from './DeskStore';
import { storedBackfills } from './backfill/storedBackfills';
import { migrationsDirectory } from './migrations';

jest.setTimeout(60_000);

const databases = testDatabases();

/** What the background does after the start, an hour later. */
async function fillIn(knex: Knex): Promise<void> {
  const later = new Date(Date.now() + 3_600_000);
  for (const { fillBatch } of storedBackfills(knex, () => later)) {
    while ((await fillBatch(500)) > 0);
  }
}

describe.each(databases.ids)('migrations on %s', id => {
  it('go up, take data, go down to nothing, and up again', async () => {
    const knex = await databases.empty(id);
    const directory = migrationsDirectory;
    await knex.migrate.latest({ directory });
    await knex('tickets').insert(ticketRow);
    await knex('ticket_assets').insert({
      ticket_id: 'id-1',
      position: 0,
      entity_ref: 'component:default/a',
    });
    await knex('ticket_messages').insert({
      ticket_id: 'id-1',
      kind: 'reply',
      side: 'team',
      author: 'user:default/a',
      body: 'Body',
      created_at: new Date(),
    });
    await knex('ticket_events').insert({
      ticket_id: 'id-1',
      version: 1,
      actor: 'user:default/a',
      at: new Date(),
      detail: '{}',
    });

    await knex('ticket_people').insert({
      ticket_id: 'id-1',
      ref: 'user:default/b',
      role: 'cc',
    });
    await knex('tickets').insert({ ...ticketRow, id: 'id-2', number: 'T2' });
    for (const [table, row] of [
      ['ticket_tags', { ticket_id: 'id-1', tag: 'vpn' }],
      ['ticket_fields', { ticket_id: 'id-1', name: 'a', value: 'b' }],
      [
        'ticket_reads',
        { ticket_id: 'id-1', person: 'user:default/b', version: 1 },
      ],
      [
        'ticket_texts',
        { ticket_id: 'id-1', source: 'ticket', words: 't1 subject' },
      ],
      ['ticket_entities', { ticket_id: 'id-1', entity_ref: 'api:default/a' }],
      [
        'ticket_links',
        {
          from_ticket: 'id-1',
          to_ticket: 'id-2',
          type: 'blocks',
          created_at: new Date(),
        },
      ],
      ['ticket_message_recipients', { message_seq: 1, ref: 'user:default/b' }],
      [
        'ticket_requests',
        {
          caller: 'user:default/a',
          key: 'key',
          fingerprint: 'abc',
          result: 'id-1',
          at: new Date(),
        },
      ],
      [
        'ticket_reopenings',
        {
          ticket_id: 'id-1',
          ended_at: new Date(),
          reopened_at: new Date(),
        },
      ],
      ['ticket_rotations', { team: 'group:default/a', last: 'user:default/a' }],
      [
        'ticket_notified',
        {
          ticket_id: 'id-1',
          scope: 'ticket:id-1:filed',
          person: 'user:default/a',
          told_at: new Date(),
        },
      ],
      [
        'ticket_absences',
        {
          person: 'user:default/a',
          from: new Date(),
          set_by: 'user:default/a',
        },
      ],
      [
        'ticket_views',
        {
          id: 'view-1',
          version: 1,
          owner: 'user:default/a',
          name: 'Mine',
          filter: '{}',
          sort: 'updatedAt',
          order: 'desc',
          position: 0,
          created_at: new Date(),
          updated_at: new Date(),
          updated_by: 'user:default/a',
        },
      ],
    ] as const) {
      await knex(table).insert(row);
    }
    await knex('ticket_files').insert({
      id: 'file-1',
      ticket_id: 'id-1',
      message_seq: 1,
      name: 'log.txt',
      media_type: 'text/plain',
      size: 3,
      sha256: 'abc',
      storage: 'database',
      storage_key: 'key-1',
      uploaded_by: 'user:default/a',
      created_at: new Date(),
    });
    await knex('ticket_outbox').insert({
      notice_id: 'notice-1',
      channel: 'signals',
      ticket_id: 'id-1',
      notice: '{}',
      created_at: new Date(),
      due_at: new Date(),
    });

    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('tickets')).toBe(false);
    expect(await knex.schema.hasTable('ticket_outbox')).toBe(false);
    expect(await knex.schema.hasTable('ticket_events')).toBe(false);

    await knex.migrate.latest({ directory });
    expect(await knex('tickets').select()).toEqual([]);
  });

  it('bring a desk of the first release up to date with all its data', async () => {
    const knex = await databases.empty(id);
    const directory = migrationsDirectory;
    await knex.migrate.up({ directory });
    await knex('tickets').insert(ticketRow);
    await knex('ticket_events').insert({
      ticket_id: 'id-1',
      version: 1,
      actor: ticketRow.requester,
      at: ticketRow.created_at,
      detail: JSON.stringify({
        type: 'filed',
        subject: ticketRow.subject,
        category: null,
        priority: ticketRow.priority,
        visibility: ticketRow.visibility,
        requester: ticketRow.requester,
        organisation: null,
        assets: [],
        status: ticketRow.status,
      }),
    });
    await knex('ticket_messages').insert({
      ticket_id: 'id-1',
      kind: 'note',
      side: 'team',
      author: 'user:default/a',
      body: 'Body',
      created_at: new Date(),
    });

    await knex.migrate.latest({ directory });

    const store = new DeskStore(knex);
    const [filed] = await store.events.since('id-1', {
      version: 0,
      inside: true,
    });
    const {
      id: _id,
      number: _number,
      version: _version,
      internalChanges: _internalChanges,
      assetOwners: _owners,
      deadlines: _deadlines,
      ...state
    } = (await store.tickets.findByIds(['id-1']))[0];
    expect(
      applyEvent(
        { statuses: new Statuses(DEFAULT_STATUSES) },
        undefined,
        filed,
      ),
    ).toEqual(state);
    expect(await store.tickets.find('T1')).toMatchObject({
      id: 'id-1',
      subject: 'Subject',
      channel: 'portal',
      fields: {},
      tags: [],
      people: [],
      entities: [],
      organisationAccess: true,
      notifyRequester: true,
      mergedInto: null,
      rating: null,
    });
    expect(await knex('ticket_messages').select('body', 'origin')).toEqual([
      { body: 'Body', origin: null },
    ]);
  });

  it('make all found that was written before there was a search', async () => {
    const knex = await databases.empty(id);
    const directory = migrationsDirectory;
    await knex.migrate.up({ directory });
    await knex.migrate.up({ directory });
    await knex.batchInsert(
      'tickets',
      [
        {
          ...ticketRow,
          id: 'id-1',
          number: 'T-01',
          subject: 'Größe des "Ledgers"',
          fields: JSON.stringify({
            region: { code: ['Straße', 4711] },
            on: true,
            'no\u0000name': 'x',
          }),
        },
        ...Array.from({ length: 1001 }, (_, index) => ({
          ...ticketRow,
          id: `other-${index}`,
          number: `O${index}`,
          fields: '{}',
        })),
      ],
      20,
    );
    await knex.batchInsert(
      'ticket_messages',
      ['host_01.example.com 東京 İ', '![](x)', ...Array(1001).fill('-')].map(
        body => ({
          ticket_id: 'id-1',
          kind: 'note',
          side: 'team',
          author: 'user:default/a',
          body,
          created_at: new Date(),
        }),
      ),
      100,
    );

    await knex.migrate.latest({ directory });
    await fillIn(knex);

    const texts = await knex('ticket_texts').where({ ticket_id: 'id-1' });
    const [tickets, fields, notes] = ['ticket', 'field', 'note'].map(source =>
      texts.filter(text => text.source === source).map(({ words }) => words),
    );
    expect(tickets).toEqual([wordsOf('T-01 Größe des "Ledgers"').join(' ')]);
    expect(fields).toEqual(['strasse 4711']);
    expect(notes).toEqual([
      wordsOf('host_01.example.com 東京 İ').join(' '),
      'x',
    ]);
    const ref = 'user:default/admin';
    const admin = { ref, belongsTo: new Set([ref]) };
    const found = await new DeskStore(knex).lists.list(
      scopeOf({ admins: [ref], teams: [], agentsSee: 'all' }, admin),
      {
        where: { text: textConditions({ categories: [] }, '"host 01" exa') },
        sort: { by: 'createdAt' },
        order: 'asc',
        limit: 10,
      },
    );
    expect(found.tickets.map(({ number }) => number)).toEqual(['T-01']);
  });

  it('take the second step back without losing what the first release knew', async () => {
    const knex = await databases.empty(id);
    const directory = migrationsDirectory;
    await knex.migrate.up({ directory });
    await knex.migrate.up({ directory });
    await knex('tickets').insert(ticketRow);
    await knex('ticket_assets').insert({
      ticket_id: 'id-1',
      position: 0,
      entity_ref: 'component:default/a',
    });

    await knex.migrate.down({ directory });

    expect(await knex('tickets').select('number')).toEqual([{ number: 'T1' }]);
    expect(await knex('ticket_assets').select('entity_ref')).toEqual([
      { entity_ref: 'component:default/a' },
    ]);
    expect(await knex.schema.hasColumn('tickets', 'tags')).toBe(false);
  });

  it('know what past events mean to deadlines, and when the team first replied', async () => {
    const knex = await databases.empty(id);
    const directory = migrationsDirectory;
    await knex.migrate.up({ directory });
    await knex.migrate.up({ directory });
    await knex('tickets').insert(ticketRow);
    await knex('tickets').insert({ ...ticketRow, id: 'id-2', number: 'T2' });
    const minute = (index: number) => new Date(Date.UTC(2026, 4, 5, 8, index));
    for (const [index, side] of ['requester', 'team', 'team'].entries()) {
      await knex('ticket_messages').insert({
        ticket_id: 'id-1',
        kind: 'reply',
        side,
        author: 'user:default/a',
        body: 'Body',
        created_at: minute(index),
      });
    }
    const past = [
      [{ type: 'filed' }, 'clock'],
      [{ type: 'replied', messageId: '1' }, null],
      [{ type: 'replied', messageId: '2' }, 'reply'],
      [{ type: 'edited', field: 'subject' }, null],
      [{ type: 'edited', field: 'priority' }, 'clock'],
      [{ type: 'status-changed' }, 'clock'],
      [{ type: 'replied', messageId: '3' }, 'reply'],
      [{ type: 'assigned' }, 'act'],
      [{ type: 'rated' }, null],
    ] as const;
    for (const [index, [detail]] of past.entries()) {
      await knex('ticket_events').insert({
        ticket_id: 'id-1',
        version: 1,
        actor: 'user:default/a',
        at: minute(index),
        detail: JSON.stringify(detail),
      });
    }

    await knex.migrate.latest({ directory });

    expect(await knex('ticket_events').orderBy('seq').pluck('sla')).toEqual(
      past.map(([, meaning]) => meaning),
    );
    const store = new DeskStore(knex);
    const [first, second] = [
      await store.tickets.find('T1'),
      await store.tickets.find('T2'),
    ];
    expect(first?.deadlines).toEqual({
      ...noDeadlines,
      firstResponseAt: minute(2),
    });
    expect(second?.deadlines).toEqual(noDeadlines);
  });

  it('let tickets be found by the fields that they had before', async () => {
    const knex = await databases.empty(id);
    const directory = migrationsDirectory;
    for (const _step of ['init', 'desk', 'deadlines']) {
      await knex.migrate.up({ directory });
    }
    await knex('tickets').insert({
      ...ticketRow,
      id: 'id-1',
      fields: JSON.stringify({
        region: 'eu',
        hosts: ['a', 'b', 'a'],
        users: 12,
        urgent: true,
        none: null,
        text: 'two\nlines',
        nested: { a: 'b' },
      }),
    });
    await knex('tickets').insert({ ...ticketRow, id: 'id-2', number: 'T2' });

    await knex.migrate.latest({ directory });

    expect(
      await knex('ticket_fields')
        .select('ticket_id', 'name', 'value')
        .orderBy(['name', 'value']),
    ).toEqual(
      [
        ['hosts', 'a'],
        ['hosts', 'b'],
        ['region', 'eu'],
        ['urgent', 'true'],
        ['users', '12'],
      ].map(([name, value]) => ({ ticket_id: 'id-1', name, value })),
    );
  });

  it('keep ticket numbers unique', async () => {
    const knex = await databases.empty(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
    await knex('tickets').insert(ticketRow);
    await expect(
      knex('tickets').insert({ ...ticketRow, id: 'id-2' }),
    ).rejects.toThrow(/unique/i);
  });
});
