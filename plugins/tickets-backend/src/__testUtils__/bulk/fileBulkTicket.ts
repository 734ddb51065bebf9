import type { Visibility } from '@portaldesk/plugin-tickets-common';
import { TicketChange } from '../../domain/TicketChange';
import { route } from '../../domain/routing/routing';
import {
  type NewEvent,
  type TicketState,
  applyEvent,
} from '../../domain/ticketState';
import { firstStatus } from '../../domain/workflow';
import type { BulkWorld } from './BulkWorld';
import type { Chance } from './Chance';
import { Lifetime } from './Lifetime';
import type { BulkComponent, BulkRequester } from './organisation';
import type { Outline } from './outlines';

type Filed = Extract<NewEvent['detail'], { type: 'filed' }>;

/** A ticket just after it was filed. */
export interface FiledTicket {
  readonly life: Lifetime;
  /** By reference of the asset. */
  readonly assetOwners: Readonly<Record<string, string | null>>;
}

/** Files a ticket as the portal's form would, with its first message. */
export function fileBulkTicket(
  world: BulkWorld,
  outline: Outline,
  chance: Chance,
): FiledTicket {
  const { config, words } = world;
  const { createdAt } = outline;
  const requester = world.requesters.pick(chance);
  const component = world.components.pick(chance);
  const inSubject = chance.happens(0.25);
  const subject = words.subject(chance, inSubject ? outline.marker : undefined);
  const body = words.body(chance, inSubject ? undefined : outline.marker);
  const detail = filedDetail(world, { requester, component, subject }, chance);
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
    life: new Lifetime(config, change, [filed], message),
    assetOwners: { [component.ref]: component.owner },
  };
}

function filedDetail(
  world: BulkWorld,
  about: {
    requester: BulkRequester;
    component: BulkComponent;
    subject: string;
  },
  chance: Chance,
): Filed {
  const { config, organisation } = world;
  const { requester, component, subject } = about;
  const category = chance.pick(config.categories);
  return {
    type: 'filed',
    subject,
    category: category.id,
    tags: [],
    fields: category.form ? formFields(chance) : {},
    channel: chance.happens(0.9) ? 'portal' : 'api',
    priority: category.priority ?? config.defaultPriority,
    visibility: someVisibility(chance),
    requester: requester.ref,
    organisation: requester.group,
    assets: [component.ref],
    system: component.system,
    slaPolicy: config.defaultSlaPolicy ?? null,
    people: chance.happens(0.15)
      ? [{ ref: chance.pick(organisation.requesters).ref, role: 'cc' }]
      : [],
    entities: [],
    notifyRequester: true,
    organisationAccess: config.organisationAccess,
    status: firstStatus(config.statuses).id,
  };
}

function formFields(chance: Chance): NonNullable<Filed['fields']> {
  return {
    environment: chance.pick(['test', 'production']),
    users: 1 + chance.below(200),
  };
}

/** Those outside the team file nothing that is internal. */
function someVisibility(chance: Chance): Visibility {
  return chance.happens(0.92) ? 'public' : 'confidential';
}

function routeTicket(
  change: TicketChange,
  requester: BulkRequester,
  component: BulkComponent,
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
