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
    ['with many fields', sent(URLENCODED, 'a=b&'.repeat(50))],
    ['that is too large', sent(URLENCODED, `a=${'b'.repeat(6_100_000)}`)],
    [
      'that says it is too large',
      sent(URLENCODED, 'a=b', { 'Content-Length': '6100000' }),
    ],
  ])('one %s is none', async (_what, request) => {
    await expect(readForm(request)).rejects.toThrow(UnreadableFormError);
  });
});
