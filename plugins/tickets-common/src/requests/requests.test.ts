import type { z } from 'zod';
import {
  absenceRequestSchema,
  addMessageRequestSchema,
  bulkRequestSchema,
  changeStatusRequestSchema,
  editTicketRequestSchema,
  endTicketRequestSchema,
  handOverRequestSchema,
  linkRequestSchema,
  mergeRequestSchema,
  organisationAccessRequestSchema,
  personRequestSchema,
  postponeRequestSchema,
  rateRequestSchema,
  splitRequestSchema,
  workOrderRequestSchema,
} from './index';
import { MAX_ASSETS, fileTicketRequestSchema } from './fileTicket';

function issuesOf(schema: z.ZodType, value: unknown) {
  return schema
    .safeParse(value)
    .error?.issues.map(({ path, message }) => [path.join('.'), message]);
}

function assets(count: number) {
  return Array.from(
    { length: count },
    (_, index) => `component:default/c${index}`,
  );
}

describe('fileTicketRequestSchema', () => {
  it('asks for a subject only', () => {
    expect(fileTicketRequestSchema.parse({ subject: ' Help ' })).toEqual({
      subject: 'Help',
    });
    expect(fileTicketRequestSchema.safeParse({}).success).toBe(false);
  });

  it('takes everything that a ticket can be filed with', () => {
    expect(
      fileTicketRequestSchema.parse({
        subject: 'Help',
        message: 'It is **down**',
        category: 'incident',
        priority: 'high',
        assets: ['Component:Ledger', 'api:default/ledger'],
      }),
    ).toEqual({
      subject: 'Help',
      message: 'It is **down**',
      category: 'incident',
      priority: 'high',
      assets: ['component:default/ledger', 'api:default/ledger'],
    });
  });

  it.each([
    ['component:default/a', 'component:default/a'],
    ['component:default/a', 'Component:Default/A'],
    ['component:default/a', 'component:a'],
  ])('refuses an asset that is named twice: %s and %s', (first, second) => {
    expect(
      issuesOf(fileTicketRequestSchema, {
        subject: 'Help',
        assets: [first, second],
      }),
    ).toEqual([['assets', 'an asset is listed twice']]);
  });

  it('takes as many assets as a ticket can have, and no more', () => {
    const file = (count: number) =>
      issuesOf(fileTicketRequestSchema, {
        subject: 'Help',
        assets: assets(count),
      });

    expect(file(MAX_ASSETS)).toBeUndefined();
    expect(file(MAX_ASSETS + 1)).toEqual([
      ['assets', 'a ticket can have at most 20 assets'],
    ]);
  });

  it('names the asset that is no reference', () => {
    expect(
      issuesOf(fileTicketRequestSchema, {
        subject: 'Help',
        assets: ['component:default/a', 'b'],
      }),
    ).toEqual([
      [
        'assets.1',
        'expected an entity reference such as component:default/payments',
      ],
    ]);
  });
});

describe('editTicketRequestSchema', () => {
  it.each([
    [{ subject: ' A  b ' }, { subject: 'A b' }],
    [{ category: 'incident' }, { category: 'incident' }],
    [{ category: null }, { category: null }],
    [{ priority: 'high' }, { priority: 'high' }],
  ])('takes %j', (changes, parsed) => {
    expect(editTicketRequestSchema.parse(changes)).toEqual(parsed);
  });

  it.each([[{}], [{ subject: undefined }]])(
    'refuses %j, which changes nothing',
    changes => {
      expect(issuesOf(editTicketRequestSchema, changes)).toEqual([
        ['', 'change at least one field'],
      ]);
    },
  );

  it.each([[{ priority: null }], [{ subject: null }], [{ subject: '' }]])(
    'refuses %j: only the category can be taken away',
    changes => {
      expect(editTicketRequestSchema.safeParse(changes).success).toBe(false);
    },
  );
});

describe('addMessageRequestSchema', () => {
  it('takes a reply that also sets a status', () => {
    const request = { kind: 'reply', body: 'Done', status: 'solved' };
    expect(addMessageRequestSchema.parse(request)).toEqual(request);
  });

  it.each([
    [{ body: 'Done' }],
    [{ kind: 'reply' }],
    [{ kind: 'mail', body: 'Done' }],
    [{ kind: 'note', body: ' ' }],
    [{ kind: 'note', body: 'Done', status: '' }],
  ])('refuses %j', request => {
    expect(addMessageRequestSchema.safeParse(request).success).toBe(false);
  });
});

describe('handOverRequestSchema', () => {
  it.each([
    [{ assignee: null }, { assignee: null }],
    [{ assignee: 'User:Jane' }, { assignee: 'user:default/jane' }],
    [
      { assignee: null, team: 'Group:Support' },
      { assignee: null, team: 'group:default/support' },
    ],
  ])('takes %j', (request, parsed) => {
    expect(handOverRequestSchema.parse(request)).toEqual(parsed);
  });

  it.each([
    [{}],
    [{ team: 'group:default/support' }],
    [{ assignee: 'group:default/support' }],
    [{ assignee: null, team: null }],
    [{ assignee: null, team: 'user:default/jane' }],
  ])('refuses %j', request => {
    expect(handOverRequestSchema.safeParse(request).success).toBe(false);
  });
});

describe('the body of every request', () => {
  const bodies: [name: string, schema: z.ZodType, valid: string][] = [
    ['fileTicket', fileTicketRequestSchema, '"subject":"Help"'],
    ['editTicket', editTicketRequestSchema, '"subject":"Help"'],
    ['addMessage', addMessageRequestSchema, '"kind":"reply","body":"Hi"'],
    ['changeStatus', changeStatusRequestSchema, '"status":"solved"'],
    ['handOver', handOverRequestSchema, '"assignee":null'],
    ['postpone', postponeRequestSchema, '"until":"2026-05-05T08:00:00Z"'],
    ['solve, close and reopen', endTicketRequestSchema, '"notify":false'],
    ['addPerson', personRequestSchema, '"ref":"user:default/jane","role":"to"'],
    [
      'setOrganisationAccess',
      organisationAccessRequestSchema,
      '"granted":false',
    ],
    ['link', linkRequestSchema, '"type":"blocks","ticket":"T-1"'],
    ['merge', mergeRequestSchema, '"into":"T-1"'],
    ['split', splitRequestSchema, '"message":"7","subject":"New"'],
    ['createWorkOrder', workOrderRequestSchema, '"subject":"Dig"'],
    ['rate', rateRequestSchema, '"stars":5'],
    [
      'bulk',
      bulkRequestSchema,
      '"tickets":["T-1"],"change":{"type":"take-over"}',
    ],
    ['setAbsence', absenceRequestSchema, '"person":"user:default/jane"'],
  ];
  const strangers = [
    ['an unknown field', 'requester', '"user:default/admin"'],
    ['a column of the table', 'created_by', '"user:default/admin"'],
    ['a prototype', '__proto__', '{"team":"group:default/admins"}'],
    ['a constructor', 'constructor', '{"prototype":{"admin":true}}'],
    ['a method of objects', 'hasOwnProperty', '1'],
  ];
  const cases = bodies.flatMap(([name, schema, valid]) =>
    strangers.map(
      ([what, key, value]) =>
        [what, name, schema, `{${valid},"${key}":${value}}`, key] as const,
    ),
  );

  it.each(bodies)('of %s is taken as it stands', (_name, schema, valid) => {
    expect(schema.safeParse(JSON.parse(`{${valid}}`)).success).toBe(true);
  });

  it.each(cases)(
    'is refused with %s: %s',
    (_what, _name, schema, json, key) => {
      const parsed = schema.safeParse(JSON.parse(json));

      expect(parsed.error?.issues).toEqual([
        expect.objectContaining({ code: 'unrecognized_keys', keys: [key] }),
      ]);
      expect(Object.prototype).not.toHaveProperty('team');
      expect(Object.prototype).not.toHaveProperty('admin');
    },
  );

  it.each(bodies)('of %s is an object and nothing else', (_name, schema) => {
    for (const value of [undefined, null, [], 'text', 7]) {
      expect(schema.safeParse(value).success).toBe(false);
    }
  });
});
