import { ProxiedSignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useCallback, useMemo, useState } from 'react';
import { chosenPerson, forgottenOnSignOut } from './chosenPerson';
import { demoGroups } from './demoGroups';
import { PeoplePage } from './PeoplePage';

/**
 * One click on a person signs in as that person. The backend's `demo` auth
 * provider issues the identity; this page only says whom it is asked for.
 */
export const DemoSignInPage = ({ onSignInSuccess }: SignInPageProps) => {
  const config = useApi(configApiRef);
  const groups = useMemo(() => demoGroups(config), [config]);
  const [attempt, setAttempt] = useState(() => ({
    count: 0,
    person: chosenPerson.get(),
  }));

  const choose = useCallback((person: string) => {
    chosenPerson.set(person);
    setAttempt(({ count }) => ({ count: count + 1, person }));
  }, []);

  const Refused = useCallback(
    ({ error }: { error?: Error }) => (
      <PeoplePage groups={groups} error={error} onChoose={choose} />
    ),
    [groups, choose],
  );

  if (!attempt.person) {
    return <PeoplePage groups={groups} onChoose={choose} />;
  }
  return (
    <ProxiedSignInPage
      key={attempt.count}
      provider="demo"
      headers={{ 'x-demo-person': attempt.person }}
      onSignInSuccess={identity =>
        onSignInSuccess(forgottenOnSignOut(identity))
      }
      ErrorComponent={Refused}
    />
  );
};
