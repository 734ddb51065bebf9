import { authenticationText, readAuthentication } from './authentication';

const read = (...lines: string[]) =>
  authenticationText(readAuthentication(lines, 'mx.example.com'));

describe('what a mail server says of where a mail comes from', () => {
  it.each([
    [
      'mx.example.com; spf=pass smtp.mailfrom=a@x.example; dkim=pass header.d=x.example; dmarc=pass header.from=x.example',
      'spf=pass dkim=pass dmarc=pass',
    ],
    ['MX.example.com 1; DKIM=Fail; dkim=pass', 'dkim=pass'],
    ['mx.example.com; dkim/1 = fail (bad; dmarc=pass)', 'dkim=fail'],
    ['mx.example.com; dkim=pass; dkim=fail', 'dkim=pass'],
    ['mx.example.com; none', ''],
    ['mx.example.com.evil; dmarc=pass', ''],
    ['evil (mx.example.com); dmarc=pass', ''],
    ['mx.example.com; arc=pass; x-dmarc=pass', ''],
    ['', ''],
  ])('%s', (line, expected) => {
    expect(read(line)).toBe(expected);
  });

  it('is what stands on top, of the own server', () => {
    expect(
      read(
        'elsewhere.example; dmarc=pass',
        'mx.example.com; dmarc=fail',
        'mx.example.com; dmarc=pass',
      ),
    ).toBe('dmarc=fail');
  });
});
