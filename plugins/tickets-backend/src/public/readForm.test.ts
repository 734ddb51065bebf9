import { Readable } from 'node:stream';
import type { Request } from 'express';
import { UnreadableFormError, readForm } from './readForm';

const BOUNDARY = 'x-y';
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;
const URLENCODED = 'application/x-www-form-urlencoded';

function sent(
  type: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Request {
  const all: Readonly<Record<string, string>> = {
    'Content-Type': type,
    ...headers,
  };
  return Object.assign(Readable.from([Buffer.from(body)]), {
    get: (name: string) => all[name],
    complete: true,
  }) as unknown as Request;
}

const part = (disposition: string, content: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;

const END = `--${BOUNDARY}--\r\n`;

describe('forms', () => {
  it('have fields and files', async () => {
    const form = await readForm(
      sent(
        MULTIPART,
        part('name="subject"', 'Grüße') +
          part('name="message"', 'one\r\ntwo') +
          part('name="files"; filename=""', '') +
          part('name="files"; filename="a.txt"', 'text') +
          part('name="other"; filename="b.txt"', 'text') +
          END,
      ),
    );
    expect(form.text('subject')).toBe('Grüße');
    expect(form.text('message')).toBe('one\ntwo');
    expect(form.text('files')).toBe('');
    expect(form.text('nothing')).toBe('');
    expect(form.files.map(({ name }) => name)).toEqual(['a.txt']);
    expect(String(form.files[0].content)).toBe('text');
  });

  it('can be without files', async () => {
    const form = await readForm(sent(URLENCODED, 'words=a+b&do=%C3%BC'));
    expect([form.text('words'), form.text('do')]).toEqual(['a b', 'ü']);
    expect(form.files).toEqual([]);
  });

  it.each<[string, Request]>([
    ['of another type', sent('application/json', '{}')],
    ['without a type', sent('', 'a=b')],
    ['cut off', sent(MULTIPART, part('name="a"', 'b'))],
    ['with many parts', sent(MULTIPART, part('name="a"', '').repeat(50) + END)],
    [
      'with many fields and a boundary',
      sent(`${URLENCODED}; boundary=x`, 'a=b&'.repeat(50)),
    ],
    [
      'with many parts and two boundaries',
      sent(
        `multipart/form-data; xboundary=z; boundary=${BOUNDARY}`,
        part('name="a"', '').repeat(50) + END,
      ),
    ],
    ['with many fields', sent(URLENCODED, 'a=b&'.repeat(50))],
    ['that is too large', sent(URLENCODED, `a=${'b'.repeat(6_100_000)}`)],
    [
      'that says it is too large',
      sent(URLENCODED, 'a=b', { 'Content-Length': '6100000' }),
    ],
  ])('one %s is none', async (_what, request) => {
    await expect(readForm(request)).rejects.toThrow(UnreadableFormError);
  });

  it.each([
    ['stops in between', { whole: 5_000, still: 50 }, 5_000],
    ['takes too long in pieces', { whole: 200, still: 5_000 }, 10],
  ])('one that %s keeps nobody waiting', async (_what, patience, every) => {
    const slow = new Readable({ read() {} });
    slow.push('a=');
    const pushing = setInterval(() => slow.push('b'), every);
    const request = Object.assign(slow, {
      get: (name: string) => (name === 'Content-Type' ? URLENCODED : undefined),
      complete: false,
    }) as unknown as Request;
    const began = performance.now();
    await expect(readForm(request, patience)).rejects.toThrow('too slow');
    expect(performance.now() - began).toBeLessThan(4_000);
    clearInterval(pushing);
  });

  it.each([
    `multipart/form-data; boundary="${BOUNDARY}"`,
    `multipart/form-data;boundary=${BOUNDARY}`,
  ])('can say so as %s', async type => {
    const form = await readForm(sent(type, part('name="a"', 'b') + END));
    expect(form.text('a')).toBe('b');
  });

  it('can name their charset', async () => {
    const form = await readForm(sent(`${URLENCODED}; charset=UTF-8`, 'a=b'));
    expect(form.text('a')).toBe('b');
  });
});
