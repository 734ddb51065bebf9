import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Somewhere that mails of the demo arrive. */
export interface Inbox {
  readonly name: string;
  /** In lower case. */
  readonly address: string;
}

/** Inboxes below a heading. */
export interface InboxGroup {
  readonly title: string;
  readonly inboxes: readonly Inbox[];
}

/**
 * Reads who gets mails: the demo people in the groups of the sign-in page, and
 * the teams that have an address.
 */
export async function readInboxes(
  config: Config,
  { catalog, auth }: { catalog: CatalogService; auth: AuthService },
): Promise<InboxGroup[]> {
  const { items } = await catalog.getEntities(
    {
      filter: { kind: ['User', 'Group'] },
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'spec.profile'],
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  const entities = new Map(items.map(it => [stringifyEntityRef(it), it]));
  const inboxOf = (ref: string) => {
    const { name, address } = profileOf(entities.get(ref));
    return address ? [{ name: name ?? ref, address }] : [];
  };
  const people = config.getConfigArray('demo.groups').map(group => ({
    title: group.getString('title'),
    inboxes: group
      .getConfigArray('people')
      .flatMap(person => inboxOf(person.getString('ref'))),
  }));
  const teams = config
    .getConfigArray('tickets.teams')
    .flatMap(team => inboxOf(team.getString('group')));
  return [...people, { title: '', inboxes: teams }];
}

function profileOf(entity: Entity | undefined): Partial<Inbox> {
  const profile = (entity?.spec?.profile ?? {}) as {
    displayName?: string;
    email?: string;
  };
  return { name: profile.displayName, address: profile.email?.toLowerCase() };
}
