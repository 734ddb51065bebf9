import { deskOf } from '../../../__testUtils__/stubDesk';
import { formValues, valueText } from './formValues';

const WORDS = {
  yes: 'Yes',
  no: 'No',
  day: (date: string) => `day ${date}`,
  instant: (date: string) => `at ${date}`,
};
const read = (value: unknown, schema: object = {}) =>
  valueText(value, schema, WORDS);

describe('the fields of a form', () => {
  const desk = deskOf({
    categories: [
      {
        id: 'access',
        title: 'Access',
        agentsOnly: false,
        form: {
          properties: {
            role: { type: 'string', title: 'Role' },
            until: { type: 'string' },
            reason: { type: 'string', title: 'Reason' },
          },
        },
      },
    ],
  });

  it('stand in the order of the form, under their titles, then what it no longer has', () => {
    const fields = { old: 1, reason: null, until: '2026-03-02', role: 'admin' };
    const values = formValues({ category: 'access', fields }, desk);
    expect(values.map(({ title, value }) => [title, value])).toEqual([
      ['Role', 'admin'],
      ['until', '2026-03-02'],
      ['old', 1],
    ]);
  });

  it('are there also when the desk or the category is not known', () => {
    const fields = { role: 'admin' };
    const expected = [
      { name: 'role', title: 'role', value: 'admin', schema: {} },
    ];
    expect(formValues({ category: 'gone', fields }, desk)).toEqual(expected);
    expect(formValues({ category: null, fields }, undefined)).toEqual(expected);
  });

  it('have the titles also of fields that depend on others', () => {
    const form = {
      properties: { kind: { enum: ['a', 'b'] } },
      dependencies: {
        kind: { oneOf: [{ properties: { why: { title: 'Why?' } } }] },
      },
    };
    const categories = [{ id: 'x', title: 'X', agentsOnly: false, form }];
    const fields = { why: 'so', kind: 'a' };
    expect(
      formValues({ category: 'x', fields }, { categories }).map(
        ({ title }) => title,
      ),
    ).toEqual(['kind', 'Why?']);
  });

  it('are read as people read them', () => {
    expect(read(true)).toBe('Yes');
    expect(read(['a', false, 3])).toBe('a, No, 3');
    expect(read({ cpu: 2, gpu: true })).toBe('cpu: 2; gpu: Yes');
    expect(read('2026-03-02', { format: 'date' })).toBe('day 2026-03-02');
    expect(read('2026-03-02T09:00:00Z', { format: 'date-time' })).toBe(
      'at 2026-03-02T09:00:00Z',
    );
    expect(
      read({ cpu: 2 }, { properties: { cpu: { title: 'Processors' } } }),
    ).toBe('Processors: 2');
  });

  it('are read by the titles of what was chosen', () => {
    const choice = {
      oneOf: [{ const: 'eu', title: 'Europe' }, { const: 'us' }],
    };
    expect(read('eu', choice)).toBe('Europe');
    expect(read('us', choice)).toBe('us');
    expect(read(['eu'], { items: choice })).toBe('Europe');
    expect(read(2, { enum: [1, 2], enumNames: ['one', 'two'] })).toBe('two');
    expect(read(true, { enumNames: ['Of course'], enum: [true] })).toBe(
      'Of course',
    );
  });
});
