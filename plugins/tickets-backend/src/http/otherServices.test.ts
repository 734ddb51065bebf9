import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { ticketReadPermission } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../__testUtils__/databases';
import { LogRecorder } from '../__testUtils__/fuzz/LogRecorder';
import { deskConfig, organisation } from '../__testUtils__/organisation';
import { policyPermissions } from '../__testUtils__/policyPermissions';
import {
  type TestDeskOptions,
  startTestDesk,
  userRef,
} from '../__testUtils__/startTestDesk';

jest.setTimeout(60_000);

const databases = testDatabases();

/** What a policy or a service says when it fails, which is for nobody. */
const SECRET = 'the vault behind the painting';

/** As the clients of other plugins fail. */
function refusal(status: number): Promise<ResponseError> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message: `insert into x values ('${SECRET}')` },
        response: { statusCode: status },
      }),
      { status, headers: { 'Content-Type': 'application/json' } },
    ),
  );
}

describe('another part of the portal', () => {
  const log = new LogRecorder();
  let desk: Awaited<ReturnType<typeof startTestDesk>>;

  async function start(options: Partial<TestDeskOptions>) {
    log.lines.length = 0;
    desk = await startTestDesk({
      ...options,
      knex: await databases.init('SQLITE_3'),
      features: [log.factory, ...(options.features ?? [])],
    });
  }

  afterEach(() => desk.stop());

  /** How three requests are answered, and what the log has of them. */
  async function askThrice() {
    const answers: unknown[] = [];
    for (let time = 0; time < 3; time += 1) {
      const { status, headers, body } = await desk
        .http('requester')
        .post('/tickets')
        .send({ subject: 'x', assets: ['component:default/ledger'] });
      answers.push([status, headers['retry-after'], body.error]);
    }
    return { answers, logged: log.at('error').map(({ text }) => text) };
  }

  const unavailable = (message: string, source: string) => ({
    answers: Array.from({ length: 3 }, () => [
      503,
      '10',
      { name: 'ServiceUnavailableError', code: 'unavailable', message },
    ]),
    logged: [expect.stringContaining(`moment: ${source}`)],
  });

  /** A policy that decides so on who may read tickets, and allows all else. */
  const policy = (decide: () => PolicyDecision) =>
    policyPermissions({
      handle: async ({ permission }) =>
        permission.name === ticketReadPermission.name
          ? decide()
          : { result: AuthorizeResult.ALLOW },
    });

  const conditions = (rule: string, params: object) =>
    ({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'tickets',
      resourceType: 'ticket',
      conditions: { rule, resourceType: 'ticket', params },
    }) as PolicyDecision;

  it.each<[string, () => PolicyDecision]>([
    [
      'throws',
      () => {
        throw new Error(SECRET);
      },
    ],
    ['decides nothing', () => undefined as unknown as PolicyDecision],
    [
      'decides something unknown',
      () => ({ result: SECRET }) as unknown as PolicyDecision,
    ],
    [
      'names a rule that there is not',
      () => conditions('NO_SUCH_RULE', { secret: SECRET }),
    ],
    [
      'names a rule in a wrong way',
      () => conditions('HAS_CATEGORY', { categories: SECRET }),
    ],
    [
      'has conditions that are none',
      () =>
        ({
          ...conditions('', {}),
          conditions: { anyOf: SECRET },
        }) as unknown as PolicyDecision,
    ],
  ])(
    'is a 503 with a text of the desk: a policy that %s',
    async (_how, decide) => {
      await start({ features: [policy(decide)] });
      expect(await askThrice()).toEqual(
        unavailable(
          'Your permissions cannot be checked at the moment. Try again later.',
          'permissions',
        ),
      );
    },
  );

  it.each([404, 403, 500, 502])(
    'is a 503 when the catalog answers with %s, and its answer is in no log',
    async status => {
      const catalog = catalogServiceMock.mock();
      catalog.getEntitiesByRefs.mockRejectedValue(await refusal(status));
      await start({ services: { catalog: catalog.factory } });
      expect(await askThrice()).toEqual(
        unavailable(
          'The catalog does not answer at the moment; try again later',
          'catalog',
        ),
      );
      expect(log.lines.map(({ text }) => text).join()).not.toContain(SECRET);
    },
  );

  it('is left out where it is not needed, when the catalog never answers', async () => {
    let away = false;
    const inner = catalogServiceMock({ entities: [...organisation] });
    const catalog = catalogServiceMock.mock();
    catalog.getEntitiesByRefs.mockImplementation((...asked) =>
      away ? new Promise(() => {}) : inner.getEntitiesByRefs(...asked),
    );
    await start({
      services: { catalog: catalog.factory },
      tickets: { ...deskConfig, cache: { catalog: { seconds: 0 } } },
    });
    const filing = {
      subject: 'x',
      message: 'y',
      assets: ['component:default/ledger'],
      cc: [userRef('colleague')],
    };
    const { id } = await desk.as('requester').fileTicket(filing);
    away = true;
    const [ticket, filed] = await Promise.all([
      desk.http('second-agent').get(`/tickets/${id}`),
      desk.http('outsider').post('/tickets').send(filing),
    ]);
    expect([ticket.status, ticket.body.people]).toEqual([
      200,
      [expect.objectContaining({ ref: userRef('colleague') })],
    ]);
    expect([filed.status, filed.headers['retry-after']]).toEqual([503, '10']);
  });

  const userInfo = (status: number) =>
    createServiceFactory({
      service: coreServices.userInfo,
      deps: {},
      factory: () => ({
        getUserInfo: async () => {
          throw await refusal(status);
        },
      }),
    });

  it('is a 503 when it cannot say who the caller is', async () => {
    await start({ services: { userInfo: userInfo(502) } });
    expect(await askThrice()).toEqual(
      unavailable(
        'Who you are cannot be found out at the moment; try again later',
        'sign-in',
      ),
    );
    expect(log.lines.map(({ text }) => text).join()).not.toContain(SECRET);
  });

  it('is a 401 when it does not know the token of the caller any more', async () => {
    await start({ services: { userInfo: userInfo(401) } });
    const { status, body } = await desk.http('requester').get('/desk');
    expect([status, body.error]).toEqual([
      401,
      {
        name: 'AuthenticationError',
        code: 'not-signed-in',
        message: 'Sign in again',
      },
    ]);
  });
});
