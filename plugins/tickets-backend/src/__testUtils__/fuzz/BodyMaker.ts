import type { DescribedOperation } from './ApiDescription';
import type { FuzzRequest, FuzzContext, FuzzMode } from './FuzzRequest';
import { hostileValue, isObject, spoiled } from './hostile';

type Body = Pick<FuzzRequest, 'body' | 'headers'>;

/** Makes the bodies of requests, with the headers that say what they are. */
export class BodyMaker {
  constructor(private readonly context: FuzzContext) {}

  /** @param path - of the request */
  next({ body }: DescribedOperation, mode: FuzzMode, path: string): Body {
    const { random, values } = this.context;
    if (!body) {
      return mode === 'hostile' && random.chance(0.3)
        ? json(JSON.stringify(hostileValue(random)))
        : { headers: {} };
    }
    if (!body.schema) {
      return this.#bytes(mode);
    }
    const value = values.value(body.schema, 'body', path);
    switch (mode) {
      case 'well-meant':
        return json(JSON.stringify(value));
      case 'spoiled':
        return json(JSON.stringify(spoiled(random, value)));
      default:
        return this.#hostile(value);
    }
  }

  /** Something that is wrong with the whole of it. */
  #hostile(value: unknown): Body {
    const { random } = this.context;
    if (random.chance(0.02)) {
      return json(`{"message":"${'x'.repeat(600_000)}"}`);
    }
    const text = JSON.stringify(value);
    const bodies: readonly string[] = [
      JSON.stringify(hostileValue(random)),
      text.slice(0, random.integer(0, text.length - 1)),
      `${text}}`,
      isObject(value) ? `{"__proto__":{},${text.slice(1)}` : text,
      `\ufeff${text}`,
      text.replaceAll('"', "'"),
      `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
      '{"subject":"\\ud800\\u0000","body":"\\udfff"}',
    ];
    const headers: readonly Record<string, string>[] = [
      { 'Content-Type': 'text/plain' },
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      { 'Content-Type': 'multipart/form-data; boundary=x' },
      { 'Content-Type': 'application/json; charset=utf-16' },
      { 'Content-Type': 'application/json; charset=nonsense' },
      { 'Content-Type': 'application/merge-patch+json' },
      { 'Content-Type': '' },
      { 'Content-Encoding': 'gzip' },
      { 'Content-Encoding': 'br' },
      { 'Content-Encoding': 'nonsense' },
      { 'Transfer-Encoding': 'chunked' },
    ];
    return random.chance(0.5)
      ? json(random.of(bodies))
      : {
          body: text,
          headers: { ...json('').headers, ...random.of(headers) },
        };
  }

  /** Content of a file. */
  #bytes(mode: FuzzMode): Body {
    const { random } = this.context;
    const contents: readonly (string | Buffer)[] =
      mode === 'well-meant'
        ? ['text', 'a,b\n1,2\n', '{"a":1}']
        : [
            '',
            '\u0000\u0001',
            '<svg onload="alert(1)"/>',
            Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
            Buffer.alloc(200_000, 0xff),
            'MZ\u0090\u0000',
            '%PDF-1.7',
          ];
    return {
      body: random.of(contents),
      headers: {
        'Content-Type': random.of(['text/plain', 'image/png', 'x']),
        ...(mode === 'hostile' &&
          random.chance(0.2) && { 'Content-Encoding': 'gzip' }),
      },
    };
  }
}

function json(body: string): Body {
  return { body, headers: { 'Content-Type': 'application/json' } };
}
