import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { chargeBody } from './chargeBody';
import { readJson } from './jsonBody';

const json = { 'Content-Type': 'application/json' };

interface Body {
  readonly content: string | Buffer;
  readonly headers: http.OutgoingHttpHeaders;
}

const ofKnownSize = (content: string | Buffer, headers = {}): Body => ({
  content,
  headers: { ...json, 'Content-Length': content.length, ...headers },
});
const inPieces = (content: string): Body => ({ content, headers: json });
const compressed = (content: string): Body =>
  ofKnownSize(gzipSync(content), { 'Content-Encoding': 'gzip' });

/**
 * As how many requests a body counts, at first and in the end.
 *
 * @param left - how many the person has left
 */
async function chargesOf({ content, headers }: Body, left = 60) {
  const charges: number[] = [];
  let worked = -1;
  const charge = (_person: string, requests: number) => {
    charges.push(requests);
    return Math.min(requests, left);
  };
  const server = express()
    .use(async (request, response) => {
      const settle = chargeBody({ charge }, 'a', request);
      await readJson(request, response).catch(() => {});
      worked = settle();
      response.end();
    })
    .listen(0);
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const sent = http.request({ port, method: 'POST', headers });
    sent.write(content);
    sent.end();
    const [answer] = (await once(sent, 'response')) as [http.IncomingMessage];
    answer.resume();
    await once(answer, 'end');
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return { charges, worked };
}

const large = JSON.stringify({ text: 'x'.repeat(200_000) });

describe('bodies are paid for', () => {
  it('by their size', async () => {
    expect(await chargesOf(ofKnownSize('{}'))).toEqual({
      charges: [0, 0],
      worked: 0,
    });
    const { charges, worked } = await chargesOf(ofKnownSize(large));
    expect(charges).toEqual([3, 0]);
    expect(worked).toBeCloseTo(40, 0);
  });

  it('though nobody reads them', async () => {
    const { charges, worked } = await chargesOf(
      ofKnownSize(large, { 'Content-Type': 'text/plain' }),
    );
    expect(charges).toEqual([3]);
    expect(worked).toBeCloseTo(40, 0);
  });

  it.each([
    ['in pieces', inPieces],
    ['compressed', compressed],
  ])('before anybody knows how large they are, %s', async (_how, make) => {
    expect(await chargesOf(make('{"a":1}'))).toEqual({
      charges: [8, -8],
      worked: 0,
    });
    expect((await chargesOf(make(large))).charges).toEqual([8, -5]);
    // what was not there to take is not given back
    expect((await chargesOf(make('{"a":1}'), 2)).charges).toEqual([8, -2]);
  });

  it('as the largest, when they are too large once they are decompressed', async () => {
    const bomb = compressed(JSON.stringify({ text: 'x'.repeat(5_000_000) }));
    expect((await chargesOf(bomb)).charges).toEqual([8]);
  });
});
