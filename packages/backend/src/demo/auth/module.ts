import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { createDemoAuthenticator, demoSignInResolver } from './authenticator';
import { demoPeople } from './demoPeople';

/**
 * Signs in the invented people of the demo portal without a password, through
 * the same door as any auth provider. It must never run where anything real
 * could be reached: it stops the start of a production backend.
 */
export const demoAuthModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        if (process.env.NODE_ENV === 'production') {
          throw new Error(
            'The demo sign-in lets anybody in without a password and does not load when NODE_ENV is "production"; configure a real auth provider instead.',
          );
        }
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator: createDemoAuthenticator(demoPeople(config)),
            signInResolver: demoSignInResolver,
          }),
        });
      },
    });
  },
});
