import { mockCredentials } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/databases';
import { LogRecorder } from '../__testUtils__/fuzz/LogRecorder';
import { brokenChannel, fuzzDesk, hints } from '../__testUtils__/fuzz/fuzzDesk';
import { type FuzzResult, runFuzz } from '../__testUtils__/fuzz/runFuzz';
import { FuzzClient } from '../__testUtils__/fuzz/send';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';

jest.setTimeout(900_000);

const databases = testDatabases();

/** On all databases together. */
const requests = Number(process.env.FUZZ_REQUESTS ?? 50_000);

/** Set `FUZZ_SEED` to send other requests than those of every run. */
const seed = Number(process.env.FUZZ_SEED ?? 20_260_505);

/** How many lines of what callers do there may be in a minute, whatever they do. */
const MAX_LINES = 5;

/** Longest such line, in characters. */
const MAX_LINE = 2_000;

/** Those who send most come first. */
const people = [
  'agent',
  'admin',
  'requester',
  'other-agent',
  'owner',
  'colleague',
  'to-person',
  'outsider',
];

const credentials = {
  ...Object.fromEntries(
    people.map(name => [name, mockCredentials.user.header(userRef(name))]),
  ),
  'a service': mockCredentials.service.header(),
  nobody: mockCredentials.none.header(),
  'somebody with an invalid token': mockCredentials.user.invalidHeader(),
};

/** Operations that were never answered as they are when all is well. */
function neverDone({ answers }: FuzzResult): string[] {
  return Object.entries(answers)
    .filter(([, byStatus]) =>
      Object.keys(byStatus).every(status => Number(status) >= 300),
    )
    .map(([operation]) => operation);
}

describe.each(databases.ids)(`random requests on %s, of seed ${seed},`, id => {
  const log = new LogRecorder();
  let result: FuzzResult;
  let minutes: number;

  beforeAll(async () => {
    const desk = await startTestDesk({
      knex: await databases.init(id),
      tickets: fuzzDesk,
      features: [log.factory, brokenChannel],
    });
    const document = (await desk.http('agent').get('/openapi.json')).body;
    const client = new FuzzClient(desk.port ?? 0, '/api/tickets', credentials);
    const begun = Date.now();
    result = await runFuzz({
      document,
      client,
      callers: Object.keys(credentials),
      hints,
      seed,
      requests: requests / databases.ids.length,
    });
    minutes = Math.ceil((Date.now() - begun) / 60_000);
    client.close();
    await desk.stop();
  });

  it('fail nowhere, and are answered and refused as documented', () => {
    expect(result.complaints).toEqual([]);
  });

  it('are no mere refusals of any operation', () => {
    expect(neverDone(result)).toEqual([]);
  });

  it('fill no log', () => {
    const lines = log.lines
      .filter(({ level, audit }) => level !== 'debug' && !audit)
      .map(({ level, text }) => `${level} ${text}`);
    expect(lines.slice(MAX_LINES * minutes)).toEqual([]);
    expect(lines.filter(({ length }) => length > MAX_LINE)).toEqual([]);
    const audits = log.lines.filter(({ audit }) => audit);
    expect(audits).not.toEqual([]);
    expect(audits.filter(({ text }) => text.length > MAX_LINE)).toEqual([]);
  });
});
