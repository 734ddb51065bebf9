import type { JsonObject } from '@backstage/types';
import type {
  EventDetail,
  PersonRole,
  StatusChangeCause,
  TicketPerson,
  Unavailability,
} from '@portaldesk/plugin-tickets-common';
import type { HistoryRules } from './history';
import { type NewEvent, type TicketState, applyEvent } from './ticketState';
import { type Trace, traceOfAll } from './traces';
import {
  type ReactionTrigger,
  type Reactions,
  reactionTo,
  returnStatus,
} from './workflow';

type EditedField = Extract<EventDetail, { type: 'edited' }>['field'];

type EditedFields = Extract<EventDetail, { type: 'fields-edited' }>['to'];

/**
 * A change of a ticket in progress: everything is recorded as events, and the
 * events alone produce the new state.
 */
export class TicketChange {
  readonly #events: NewEvent[] = [];
  #state: TicketState;
  #assetOwners: Readonly<Record<string, string | null>> = {};

  constructor(
    private readonly rules: HistoryRules & { readonly reactions: Reactions },
    private readonly actor: string,
    private readonly at: Date,
    private readonly before: TicketState,
  ) {
    this.#state = before;
  }

  get state(): TicketState {
    return this.#state;
  }

  get events(): readonly NewEvent[] {
    return this.#events;
  }

  /** What all that was recorded moves beside what it changes. */
  get trace(): Trace {
    const details = this.#events.map(({ detail }) => detail);
    return traceOfAll(this.rules, this.before.category, details);
  }

  record(detail: EventDetail): void {
    const event = { actor: this.actor, at: this.at, detail };
    this.#state = applyEvent(this.rules, this.#state, event);
    this.#events.push(event);
  }

  setStatus(
    to: string,
    cause: StatusChangeCause,
    options?: { notified?: boolean },
  ): void {
    const from = this.#state.status;
    const silent = options?.notified === false && { notified: false };
    if (from !== to) {
      this.record({ type: 'status-changed', from, to, cause, ...silent });
    }
  }

  /** Runs the configured reaction to a trigger, if there is one. */
  react(event: ReactionTrigger, options?: { notified?: boolean }): void {
    const { reactions } = this.rules;
    const to =
      reactionTo(reactions, event, this.#state.status) ??
      (event === 'reopen' && this.#endedElsewhere()
        ? reactions.reopen?.to
        : undefined);
    if (to !== undefined) {
      this.setStatus(to, event, options);
    }
  }

  /**
   * Whether the ticket ended in a status that was since removed from the
   * configuration, or that no longer ends tickets: it counts as open, but is in
   * no list of open tickets.
   */
  #endedElsewhere(): boolean {
    const { status, endedAt } = this.#state;
    return endedAt !== null && !this.rules.statuses.isEnded(status);
  }

  assignTo(to: string | null): void {
    const from = this.#state.assignee;
    if (from !== to) {
      this.record({ type: 'assigned', from, to });
      if (to !== null) {
        this.react('assignment');
      }
    }
  }

  moveTo(to: string | null, reason?: Unavailability): void {
    const from = this.#state.team;
    if (from !== to) {
      this.record({ type: 'moved', from, to, ...(reason && { reason }) });
    }
  }

  /** Unassigns an assignee who is gone. */
  release(reason: Unavailability): void {
    const from = this.#state.assignee;
    if (from !== null) {
      this.record({ type: 'assigned', from, to: null, reason });
    }
  }

  /** The ticket returns at this time. */
  postponeUntil(until: Date): void {
    if (this.#state.postponedUntil?.getTime() !== until.getTime()) {
      this.record({ type: 'postponed', until: until.toISOString() });
    }
  }

  /**
   * The ticket returns, because its time has come. Afterwards it is no longer
   * postponed, regardless of its status.
   */
  comeBack(): void {
    const to = returnStatus(this.rules, this.#state.status);
    if (to !== undefined) {
      this.setStatus(to, 'return');
    }
    if (this.#state.postponedUntil !== null) {
      this.record({ type: 'postponed', until: null });
    }
  }

  edit<F extends EditedField>(field: F, to: TicketState[F]): void {
    const from = this.#state[field];
    if (from !== to) {
      this.record({ type: 'edited', field, from, to });
    }
  }

  /** Changes those fields that are named; null empties one. */
  editFields(changes: JsonObject): void {
    const from: EditedFields = {};
    const to: EditedFields = {};
    const { fields } = this.#state;
    for (const [field, value] of Object.entries(changes)) {
      const before = (
        Object.hasOwn(fields, field) ? fields[field] : null
      ) as EditedFields[string];
      const after = (value ?? null) as EditedFields[string];
      if (JSON.stringify(before) !== JSON.stringify(after)) {
        from[field] = before;
        to[field] = after;
      }
    }
    if (Object.keys(to).length > 0) {
      this.record({ type: 'fields-edited', from, to });
    }
  }

  editTags(to: readonly string[]): void {
    this.#editList('tags-edited', this.#state.tags, to);
  }

  editEntities(to: readonly string[]): void {
    this.#editList('entities-edited', this.#state.entities, to);
  }

  /** @param owners - the owner by reference of the asset, if it has one */
  editAssets(
    to: readonly string[],
    owners: Readonly<Record<string, string | null>>,
  ): void {
    this.#editList('assets-edited', this.#state.assets, to);
    this.#assetOwners = { ...this.#assetOwners, ...owners };
  }

  /** Owners of assets that this change brought, by reference of the asset. */
  get assetOwners(): Readonly<Record<string, string | null>> {
    return this.#assetOwners;
  }

  notifyRequester(to: boolean): void {
    if (this.#state.notifyRequester !== to) {
      this.record({ type: 'notify-requester-set', to });
    }
  }

  giveOrganisationAccess(to: boolean): void {
    if (this.#state.organisationAccess !== to) {
      this.record({ type: 'organisation-access-set', to });
    }
  }

  /** Added people and groups are either `to` or `cc`; a watcher can be both. */
  addPerson({ ref, role }: TicketPerson): void {
    const roles = this.#rolesOf(ref);
    if (roles.includes(role)) {
      return;
    }
    if (role !== 'watcher') {
      roles
        .filter(other => other !== 'watcher')
        .forEach(other => this.removePerson({ ref, role: other }));
    }
    this.record({ type: 'person-added', ref, role });
  }

  removePerson({ ref, role }: TicketPerson): void {
    if (this.#rolesOf(ref).includes(role)) {
      this.record({ type: 'person-removed', ref, role });
    }
  }

  rate({ stars, comment }: NonNullable<TicketState['rating']>): void {
    const before = this.#state.rating;
    if (before?.stars !== stars || before.comment !== comment) {
      this.record({ type: 'rated', stars, comment });
    }
  }

  #rolesOf(ref: string): PersonRole[] {
    return this.#state.people
      .filter(person => person.ref === ref)
      .map(({ role }) => role);
  }

  #editList(
    type: 'tags-edited' | 'assets-edited' | 'entities-edited',
    from: readonly string[],
    to: readonly string[],
  ): void {
    if (JSON.stringify(from) !== JSON.stringify(to)) {
      this.record({ type, from: [...from], to: [...to] });
    }
  }
}
