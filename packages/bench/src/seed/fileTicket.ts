import type { Visibility } from '@portaldesk/plugin-tickets-common';
import {
  applyEvent,
  firstStatus,
  type NewEvent,
  route,
  TicketChange,
  type TicketState,
} from './desk';
import type { SeedWorld } from './SeedWorld';
import type { SeededRandom } from './SeededRandom';
import { Lifecycle } from './Lifecycle';
import type { SeedComponent, SeedRequester } from './organisation';
import type { Outline } from './outlines';

type Filed = Extract<NewEvent['detail'], { type: 'filed' }>;

/** A ticket just after it was filed. */
export interface FiledTicket {
  readonly lifecycle: Lifecycle;
  /** By reference of the asset. */
  readonly assetOwners: Readonly<Record<string, string | null>>;
}

/** Files a ticket as the portal's form would, with its first message. */
export function fileTicket(
  world: SeedWorld,
  outline: Outline,
  random: SeededRandom,
): FiledTicket {
  const { config, words } = world;
  const { createdAt } = outline;
  const requester = world.requesters.pick(random);
  const component = world.components.pick(random);
  const inSubject = random.happens(0.25);
  const subject = words.subject(random, inSubject ? outline.marker : undefined);
  const body = words.body(random, inSubject ? undefined : outline.marker);
  const detail = filedDetail(world, { requester, component, subject }, random);
  const filed: NewEvent = { actor: requester.ref, at: createdAt, detail };
  const state = applyEvent(config, undefined, filed);
  const change = new TicketChange(config, requester.ref, createdAt, state);
  routeTicket(change, requester, component);
  const message = {
    kind: 'reply' as const,
    side: 'requester' as const,
    author: requester.ref,
    body,
    recipients: [],
    createdAt,
  };
  return {
    lifecycle: new Lifecycle(config, change, [filed], message),
    assetOwners: { [component.ref]: component.owner },
  };
}

function filedDetail(
  world: SeedWorld,
  about: {
    requester: SeedRequester;
    component: SeedComponent;
    subject: string;
  },
  random: SeededRandom,
): Filed {
  const { config, organisation } = world;
  const { requester, component, subject } = about;
  const category = random.pick(config.categories);
  return {
    type: 'filed',
    subject,
    category: category.id,
    tags: [],
    fields: category.form ? formFields(random) : {},
    channel: random.happens(0.9) ? 'portal' : 'api',
    priority: category.priority ?? config.defaultPriority,
    visibility: someVisibility(random),
    requester: requester.ref,
    organisation: requester.group,
    assets: [component.ref],
    system: component.system,
    slaPolicy: config.defaultSlaPolicy ?? null,
    people: random.happens(0.15)
      ? [{ ref: random.pick(organisation.requesters).ref, role: 'cc' }]
      : [],
    entities: [],
    notifyRequester: true,
    organisationAccess: config.organisationAccess,
    status: firstStatus(config.statuses).id,
  };
}

function formFields(random: SeededRandom): NonNullable<Filed['fields']> {
  return {
    environment: random.pick(['test', 'production']),
    users: 1 + random.below(200),
  };
}

/** Those outside the team file nothing that is internal. */
function someVisibility(random: SeededRandom): Visibility {
  return random.happens(0.92) ? 'public' : 'confidential';
}

function routeTicket(
  change: TicketChange,
  requester: SeedRequester,
  component: SeedComponent,
): void {
  const { category, priority, channel, tags, fields }: TicketState =
    change.state;
  const { outcome: _outcome, ...decision } = route(
    {
      category,
      priority,
      channel,
      tags,
      fields,
      requesterGroups: [requester.group],
      asset: {
        kind: 'component',
        type: 'service',
        system: component.system,
        tags: [],
        annotations: { 'tickets/support-team': component.team },
        owner: component.owner,
        supportTeam: component.team,
      },
      canOwnTickets: () => true,
    },
    [],
  );
  change.record({ type: 'routed', ...decision });
}
