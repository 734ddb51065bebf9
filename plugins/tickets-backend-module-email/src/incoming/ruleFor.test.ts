import { fits, ruleFor } from './ruleFor';

describe('a pattern', () => {
  it.each([
    ['billing@example.com', 'Billing@Example.com', true],
    ['billing@example.com', 'billing@example.com.evil', false],
    ['*@example.com', 'a@example.com', true],
    ['*@example.com', 'a@example.com.evil', false],
    ['*invoice*', 'Your INVOICE 12', true],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*b*c', 'a--b--c', true],
    ['a*b*c', 'a--c--b', false],
    ['*', '', true],
    ['1*', '1 (Highest)', true],
    ['[a-z]+', 'abc', false],
  ])('%s and %s: %s', (pattern, value, expected) => {
    expect(fits(pattern, value)).toBe(expected);
  });

  it('takes no longer for what others make endless', () => {
    expect(fits(`${'*a'.repeat(90)}*b`, 'a'.repeat(200_000))).toBe(false);
  });
});

describe('the rules of a mailbox', () => {
  const mail = {
    from: ['jane@partner.example'],
    recipients: ['desk@example.com', 'billing@example.com'],
    subject: 'Invoice 12',
    header: (name: string) => (name === 'x-priority' ? '1 (highest)' : ''),
  };
  const first = { recipient: 'billing@*', category: 'invoices' };
  const second = { sender: '*@partner.example', priority: 'high' };

  it('apply in their order', () => {
    expect(ruleFor(mail, [first, second])).toBe(first);
    expect(ruleFor(mail, [second, first])).toBe(second);
  });

  it.each([
    [{ ...first, sender: '*@other.example' }],
    [{ ...first, subject: 'offer*' }],
    [{ ...first, headers: { 'X-Priority': '5*' } }],
    [{ ...first, headers: { 'X-Priority': '1*', 'X-Other': '1*' } }],
  ])('need all of their conditions: %j', rule => {
    expect(ruleFor(mail, [rule])).toBeUndefined();
  });

  it('look at what the mail server says of DMARC', () => {
    const rule = { dmarc: 'fail' as const, priority: 'low' };
    expect(ruleFor(mail, [rule], { dmarc: 'fail' })).toBe(rule);
    expect(ruleFor(mail, [rule], { dmarc: 'pass' })).toBeUndefined();
    const none = { dmarc: 'none' as const, priority: 'low' };
    expect(ruleFor(mail, [none])).toBe(none);
  });

  it('look at headers by whichever capitals', () => {
    const rule = { headers: { 'X-PRIORITY': '1*' }, priority: 'high' };
    expect(ruleFor(mail, [rule])).toBe(rule);
  });
});
