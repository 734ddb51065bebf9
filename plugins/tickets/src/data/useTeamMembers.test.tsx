import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestApiProvider } from '@backstage/test-utils';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { useTeamMembers } from './useTeamMembers';

function entity(
  kind: string,
  name: string,
  relations: Readonly<Record<string, readonly string[]>>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: Object.entries(relations).flatMap(([type, targets]) =>
      targets.map(targetRef => ({ type, targetRef })),
    ),
  };
}

const user = (name: string, ...groups: string[]) =>
  entity('User', name, {
    memberOf: groups.map(group => `group:default/${group}`),
  });

const group = (name: string, ...children: string[]) =>
  entity('Group', name, {
    parentOf: children.map(child => `group:default/${child}`),
  });

function membersOf(team: string, entities: Entity[]) {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false } },
  });
  const wrapper = ({ children }: PropsWithChildren) => (
    <TestApiProvider apis={[[catalogApiRef, catalogApiMock({ entities })]]}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </TestApiProvider>
  );
  return renderHook(() => useTeamMembers(team), { wrapper });
}

describe('the members of a team', () => {
  it('are those of all groups inside of it, each once, also where groups go round in a circle', async () => {
    const { result } = membersOf('group:default/support', [
      group('support', 'mail', 'phone'),
      group('mail', 'evening'),
      group('phone'),
      group('evening', 'support'),
      group('kitchen'),
      user('zoe', 'mail', 'phone'),
      user('adam', 'evening'),
      user('cook', 'kitchen'),
    ]);
    await waitFor(() => expect(result.current.data).toBeDefined());
    expect(result.current.data).toEqual([
      'user:default/adam',
      'user:default/zoe',
    ]);
  });
});
