import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { UserEntity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { demoAuthModule } from './module';

function user(name: string): UserEntity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { namespace: 'default', name },
    spec: {
      profile: { displayName: 'Aoife Byrne', email: 'aoife@example.com' },
      memberOf: ['payments'],
    },
    relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
  };
}

const data = {
  app: { baseUrl: 'http://localhost:7007' },
  auth: { environment: 'development', providers: { demo: {} } },
  demo: {
    groups: [
      {
        title: 'Payments',
        role: 'engineer',
        people: [
          { ref: 'user:default/aoife', name: 'Aoife Byrne', job: 'Tech lead' },
          { ref: 'user:default/gone', name: 'Gone', job: 'Not in the catalog' },
        ],
      },
    ],
  },
};

describe('the demo sign-in', () => {
  const { NODE_ENV } = process.env;

  afterEach(() => {
    Object.assign(process.env, { NODE_ENV });
  });

  it('issues the identity of the chosen person, and of nobody else', async () => {
    const { server } = await startTestBackend({
      features: [
        authPlugin,
        demoAuthModule,
        mockServices.rootConfig.factory({ data }),
        catalogServiceMock.factory({
          entities: [user('aoife'), user('other')],
        }),
      ],
    });
    const signIn = (headers: Record<string, string>) =>
      fetch(`http://localhost:${server.port()}/api/auth/demo/refresh`, {
        headers,
      });

    const welcome = await signIn({ 'x-demo-person': 'user:default/aoife' });
    expect(welcome.status).toBe(200);
    expect(await welcome.json()).toMatchObject({
      profile: { displayName: 'Aoife Byrne', email: 'aoife@example.com' },
      backstageIdentity: {
        token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        identity: {
          type: 'user',
          userEntityRef: 'user:default/aoife',
        },
      },
    });

    const nobody = await signIn({});
    expect(nobody.status).toBe(401);
    const stranger = await signIn({ 'x-demo-person': 'user:default/other' });
    expect(stranger.status).toBe(401);
    const unknown = await signIn({ 'x-demo-person': 'user:default/gone' });
    expect(unknown.ok).toBe(false);
  });

  it('stops the start of a production backend', async () => {
    Object.assign(process.env, { NODE_ENV: 'production' });
    const registerProvider = jest.fn();
    await expect(
      startTestBackend({
        extensionPoints: [[authProvidersExtensionPoint, { registerProvider }]],
        features: [demoAuthModule, mockServices.rootConfig.factory({ data })],
      }),
    ).rejects.toThrow(
      /demo sign-in .* does not load when NODE_ENV is "production"/,
    );
    expect(registerProvider).not.toHaveBeenCalled();
  });
});
