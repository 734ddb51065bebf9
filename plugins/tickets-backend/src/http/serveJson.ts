import { setTimeout as sleep } from 'node:timers/promises';
import { NotFoundError } from '@backstage/errors';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Caller } from '../desk/Caller';
import type { HttpContext } from './HttpContext';
import type { Answer } from './answers';
import { channelOf } from './channel';
import type { Call, Declaration } from './declaration';
import { readIdempotencyKey, readVersion, wantsMinimal } from './headers';
import { readJson } from './jsonBody';
import { parse } from './parse';
import { enterGate, takeTurn } from './sharing/takeTurn';

const nothing = z.strictObject({});

/** Names the caller, parses the request, lets the desk do it, and answers. */
export async function serveJson<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Result,
>(
  declaration: Declaration<Path, Query, Body, Result>,
  context: HttpContext,
  request: Request,
  response: Response,
): Promise<void> {
  const caller = await context.callerOf(request);
  const enter = () => enterGate(context.gate, caller.ref, response);
  let leave = await enter();
  /** Whoever sends slowly does not hold the others up meanwhile. */
  const readBody = async () => {
    const body = readJson(request, response);
    if (!(await isThereSoon(body))) {
      leave();
      await body;
      leave = await enter();
    }
    return body;
  };
  try {
    const call = await readCall(
      declaration,
      context,
      caller,
      request,
      readBody,
    );
    const result = await answerInTurn(declaration, call, response, {
      leave: () => leave(),
      charge: requests => context.gate.charge(caller.ref, requests),
    });
    send(declaration.answer, result, request, response);
  } finally {
    leave();
  }
}

/** How long others wait for a body that somebody sends, in milliseconds. */
const PATIENCE = 100;

/** @throws what the body fails with, if it does so soon */
async function isThereSoon(body: Promise<unknown>): Promise<boolean> {
  const there = new AbortController();
  const late = sleep(PATIENCE, false, { signal: there.signal }).catch(
    () => false,
  );
  try {
    return await Promise.race([body.then(() => true), late]);
  } finally {
    there.abort();
  }
}

async function readCall<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Result,
>(
  declaration: Declaration<Path, Query, Body, Result>,
  context: HttpContext,
  caller: Caller,
  request: Request,
  readBody: () => Promise<unknown>,
): Promise<Call<Path, z.output<Query>, z.output<Body>>> {
  requirePossibleNames(request.params);
  const { headers = [] } = declaration;
  const version = headers.includes('If-Match')
    ? readVersion(request)
    : undefined;
  const idempotencyKey = headers.includes('Idempotency-Key')
    ? readIdempotencyKey(request)
    : undefined;
  const call = {
    ...context,
    caller,
    path: request.params,
    target: { ticket: request.params.ticket, version },
    version,
    query: parse(declaration.query ?? nothing, request.query, ['query']),
    body: parse(declaration.body ?? nothing, await readBody(), []),
    delivery: { idempotencyKey, channel: channelOf(caller) },
  };
  // the path of the declaration says which parameters express found in it
  return call as unknown as Call<Path, z.output<Query>, z.output<Body>>;
}

/** As so many more requests something counts that is dear. */
const DEAR = 4;

/**
 * Does what is asked for, when it is its turn if it is dear. What takes very
 * long does not hold the others up at the gate.
 */
async function answerInTurn<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Result,
>(
  { dear, handle }: Declaration<Path, Query, Body, Result>,
  call: Call<Path, z.output<Query>, z.output<Body>>,
  response: Response,
  gate: { leave(): void; charge(requests: number): void },
): Promise<Result> {
  const cost = dear ? (dear.cost?.(call) ?? 1) : 0;
  if (!dear || cost === 0) {
    return handle(call);
  }
  gate.charge(DEAR);
  if (dear.lane === 'reports') {
    gate.leave();
  }
  const demand = { person: call.caller.ref, cost };
  return takeTurn(call.lanes[dear.lane], response, demand, () => handle(call));
}

/** Longest name of anything that a path can name, in characters. */
const MAX_NAME = 255;

/**
 * What nothing can be called goes no further than here, so that no log and no
 * database has to do with it.
 *
 * @throws NotFoundError when a parameter of the path names nothing
 */
function requirePossibleNames(parameters: Request['params']): void {
  for (const name of Object.values(parameters)) {
    if (name.length > MAX_NAME || /\p{Cc}/u.test(name)) {
      throw new NotFoundError('There is nothing of this name');
    }
  }
}

function send<Result>(
  answer: Answer<Result>,
  result: Result,
  request: Request,
  response: Response,
): void {
  if (answer.version) {
    response.set('ETag', `"${answer.version(result)}"`);
  }
  if (answer.location) {
    response.location(`${request.baseUrl}${answer.location(result)}`);
  }
  const links = Object.entries(answer.cursors?.(result) ?? {}).flatMap(
    ([rel, cursor]) =>
      cursor ? [`<${withCursor(request, cursor)}>; rel="${rel}"`] : [],
  );
  if (links.length > 0) {
    response.set('Link', links.join(', '));
  }
  const minimal = answer.minimal && wantsMinimal(request);
  if (minimal) {
    response.set('Preference-Applied', 'return=minimal');
  }
  if (!answer.schema || minimal) {
    response.status(answer.status === 201 ? 201 : 204).end();
    return;
  }
  // not by json(): that makes an ETag of all of it, which no cache may use
  const text = JSON.stringify(result);
  response
    .status(answer.status)
    .type('json')
    .set('Content-Length', String(Buffer.byteLength(text)))
    .end(text);
}

/** The address of this request, with another cursor. */
function withCursor(request: Request, cursor: string): string {
  const [path, query] = request.originalUrl.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters}`;
}
