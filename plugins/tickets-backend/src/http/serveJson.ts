import { setTimeout as sleep } from 'node:timers/promises';
import { operations, type Operation } from '@portaldesk/plugin-tickets-common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Caller } from '../desk/Caller';
import type { Desk } from '../desk/Desk';
import type { AnyUseCase } from '../desk/mapDesk';
import { type ParsedCall, useCaseArguments } from '../desk/useCaseArguments';
import type { HttpContext } from './HttpContext';
import { chargeBody } from './chargeBody';
import { channelOf } from './channel';
import { readIdempotencyKey, readVersion } from './headers';
import { readJson } from './jsonBody';
import { parse } from './parse';
import { sendResult } from './responses';
import { costOf, requestsOfTime } from './sharing/costs';
import { enterGate, takeTurn } from './sharing/takeTurn';
import { refusal } from '../desk/refusal';

/**
 * Serves an operation that takes JSON, or nothing, and answers with it: names
 * the caller, parses the request, lets the desk do it when it is its turn, and
 * answers.
 */
export async function serveJson(
  name: keyof Desk,
  { desk, gate, lanes, callerOf }: HttpContext,
  request: Request,
  response: Response,
): Promise<void> {
  const operation: Operation = operations[name];
  const useCase = desk[name] as AnyUseCase;
  const caller = await callerOf(request);
  const enter = () => enterGate(gate, caller.ref, response);
  let leave = await enter();
  const settleBody = chargeBody(gate, caller.ref, request);
  let worked = 0;
  /** Clients that send slowly do not block others. */
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
    const call = await readCall(operation, caller, request, readBody).finally(
      () => {
        worked += settleBody();
      },
    );
    const act = () => useCase(caller, ...useCaseArguments(operation, call));
    const expensive = costOf(name, call.input);
    if (expensive) {
      // one was counted when it came
      gate.charge(caller.ref, expensive.requests - 1);
    }
    if (expensive?.lane === 'reports') {
      // work that takes very long does not block others at the gate
      leave();
    }
    const result = await (expensive
      ? takeTurn(
          lanes[expensive.lane],
          response,
          { person: caller.ref, cost: expensive.cost },
          async () => act(),
          async time => {
            worked += time;
            const further = requestsOfTime(expensive, time);
            gate.charge(caller.ref, further);
            if (further > 0) {
              await gate.spareAfterReading(
                caller.ref,
                time,
                lanes[expensive.lane],
              );
            }
          },
        )
      : act());
    sendResult(operation.response, result, request, response);
  } finally {
    leave(worked);
  }
}

/** How long others wait for the body of a client, in milliseconds. */
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

const nothing = z.strictObject({});

/** @throws InvalidRequestError, NotFoundError */
async function readCall(
  { headers = [], input }: Operation,
  caller: Caller,
  request: Request,
  readBody: () => Promise<unknown>,
): Promise<ParsedCall> {
  requirePossibleNames(request.params);
  const version = headers.includes('If-Match')
    ? readVersion(request)
    : undefined;
  const idempotencyKey = headers.includes('Idempotency-Key')
    ? readIdempotencyKey(request)
    : undefined;
  const schemaOf = (kind: string) =>
    input?.kind === kind ? input.schema : nothing;
  const query = parse(schemaOf('query'), request.query, ['query']);
  const body = parse(schemaOf('body'), await readBody(), []);
  return {
    path: request.params,
    version,
    input: input?.kind === 'query' ? query : body,
    delivery: { idempotencyKey, channel: channelOf(caller) },
  };
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
      throw refusal('not-found', 'Not found.');
    }
  }
}
