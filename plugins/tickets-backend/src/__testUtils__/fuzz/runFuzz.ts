import { ApiDescription } from './ApiDescription';
import { AnswerCheck } from './AnswerCheck';
import { KnownValues } from './KnownValues';
import { Random } from './Random';
import type { FuzzRequest } from './FuzzRequest';
import { RequestMaker } from './RequestMaker';
import { type Hints, ValueMaker } from './ValueMaker';
import { type FuzzAnswer, type FuzzClient } from './send';

/** How many requests are under way at once. */
const AT_ONCE = 16;

/** No more complaints than this are kept. */
const MAX_COMPLAINTS = 20;

export interface FuzzOptions {
  readonly document: ConstructorParameters<typeof ApiDescription>[0];
  readonly client: FuzzClient;
  readonly callers: readonly string[];
  readonly hints: Hints;
  readonly seed: number;
  readonly requests: number;
}

export interface FuzzResult {
  /** What was wrong with answers, with the requests. */
  readonly complaints: readonly string[];
  /** Answers by operation and status. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * Sends random requests in waves and looks at the answers. What they say is
 * there is asked for in later ones.
 */
export async function runFuzz(options: FuzzOptions): Promise<FuzzResult> {
  const { client, hints, callers } = options;
  const random = new Random(options.seed);
  const api = new ApiDescription(options.document);
  const known = new KnownValues();
  const values = new ValueMaker(api, known, hints, random);
  const maker = new RequestMaker(api, { values, known, random }, callers);
  const check = new AnswerCheck(api);
  const complaints: string[] = [];
  const answers: Record<string, Record<string, number>> = Object.fromEntries(
    api.operations.map(({ operationId }) => [operationId, {}]),
  );

  for (let sent = 0; sent < options.requests; sent += AT_ONCE) {
    const wave = random.times(AT_ONCE, () => maker.next());
    const results = await Promise.all(
      wave.map(async request => ({
        request,
        answer: await client.send(request).catch(asFailure),
      })),
    );
    for (const { request, answer } of results) {
      if (answer) {
        count(answers, request, answer.status);
        learn(known, request, answer);
        const complaint = check.complaint(request, answer);
        if (complaint && complaints.length < MAX_COMPLAINTS) {
          complaints.push(described(request, answer, complaint));
        }
      }
    }
  }
  return { complaints, answers };
}

function asFailure(error: unknown): FuzzAnswer {
  return { status: 599, headers: {}, text: String(error) };
}

function count(
  answers: Record<string, Record<string, number>>,
  { method, operation }: FuzzRequest,
  status: number,
): void {
  if (method === operation.method) {
    const counts = answers[operation.operationId];
    counts[status] = (counts[status] ?? 0) + 1;
  }
}

function learn(
  known: KnownValues,
  { method, path, operation, caller }: FuzzRequest,
  { status, text, headers }: FuzzAnswer,
): void {
  const [address] = path.split('?');
  if (method === 'DELETE' && status === 204) {
    known.forget(address);
  }
  // a file of lines is no JSON as a whole
  const isJson = /^application\/json\b/.test(String(headers['content-type']));
  if (status < 300 && isJson && operation.operationId !== 'getOpenApi') {
    known.learn(address, caller, JSON.parse(text || 'null'));
  }
}

/** So that it can be sent again by hand. */
function described(
  { method, path, headers, body, caller }: FuzzRequest,
  answer: FuzzAnswer,
  complaint: string,
): string {
  return [
    `${method} ${path} as ${caller} ${complaint} (${answer.status})`,
    JSON.stringify(headers),
    short(String(body ?? '')),
    `→ ${short(answer.text)}`,
  ].join('\n');
}

function short(text: string): string {
  return text.length > 600 ? `${text.slice(0, 600)}… (${text.length})` : text;
}
