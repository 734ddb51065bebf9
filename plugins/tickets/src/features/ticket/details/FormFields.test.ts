import { deskOf } from '../../../__testUtils__/stubDesk';
import { fieldText, formFields } from './FormFields';

const WORDS = { yes: 'Yes', no: 'No' };

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
    expect(formFields({ category: 'access', fields }, desk)).toEqual([
      { name: 'role', title: 'Role', value: 'admin' },
      { name: 'until', title: 'until', value: '2026-03-02' },
      { name: 'old', title: 'old', value: 1 },
    ]);
  });

  it('are there also when the desk or the category is not known', () => {
    const fields = { role: 'admin' };
    const expected = [{ name: 'role', title: 'role', value: 'admin' }];
    expect(formFields({ category: 'gone', fields }, desk)).toEqual(expected);
    expect(formFields({ category: null, fields }, undefined)).toEqual(expected);
  });

  it('are read as people read them', () => {
    expect(fieldText(true, WORDS)).toBe('Yes');
    expect(fieldText(['a', false, 3], WORDS)).toBe('a, No, 3');
    expect(fieldText({ cpu: 2, gpu: true }, WORDS)).toBe('cpu: 2; gpu: Yes');
  });
});
