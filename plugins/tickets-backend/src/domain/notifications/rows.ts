import type { NotificationEvent } from '@portaldesk/plugin-tickets-common';
import type { Column } from './parties';

/** The events of which people are notified; the others are for screens. */
export type PersonalNotificationEvent = Exclude<
  NotificationEvent,
  'changed' | 'deleted'
>;

/** What the cells of the table depend on, in the words of the table. */
export const conditions = {
  unattended: 'nobody is assigned',
  attended: 'it is assigned',
  byRequester: "the requester's side does it",
  byTeam: 'an agent or the desk does it',
  byDesk: 'the desk does it',
  fromElsewhere: 'nobody of that team does it',
  signedIn: 'it did not come through the public form',
  actorNotifies: 'the actor did not turn notifications off',
  teamNotified: 'no agent turned notifications off',
  otherAssignee: 'the other ticket has another assignee',
} as const;

export type Condition = keyof typeof conditions;

/** Whether a column is notified, or the reason why not. */
export type Cell =
  | { readonly notified: true }
  | { readonly notified: readonly Condition[]; readonly otherwise: string }
  | { readonly notified: false; readonly because: string };

/** Who is notified of an event. */
export interface Row extends Readonly<Record<Column, Cell>> {
  /** Whom the event itself names, or the ticket before it. */
  readonly named?: string;
  /**
   * When it means work for someone who is available: always, never, or under a
   * condition.
   */
  readonly work: boolean | readonly Condition[];
}

const yes: Cell = { notified: true };
const no = (because: string): Cell => ({ notified: false, because });
const when = (notified: Condition | Condition[], otherwise: string): Cell => ({
  notified: [notified].flat(),
  otherwise,
});

const SAME_WORK = 'its assignee does the work';
const NOT_THEIR_WORK = 'how the work is shared does not concern them';
const KNOWN_TO_TEAM = 'a member of the team did it';
const ANONYMOUS = 'people who wrote through the public form read their inbox';
const INSIDE = 'it is for agents';
const NAMED_ONLY = 'only the people that it names get it';

/** The table of notifications: for every event, who is notified. */
export const rows: Readonly<Record<PersonalNotificationEvent, Row>> = {
  filed: {
    requester: when('signedIn', ANONYMOUS),
    team: yes,
    assignee: yes,
    others: when('signedIn', ANONYMOUS),
    work: true,
  },
  'filed-on-behalf': {
    requester: yes,
    team: when('fromElsewhere', KNOWN_TO_TEAM),
    assignee: yes,
    others: yes,
    work: true,
  },
  replied: {
    requester: yes,
    team: when(['byRequester', 'unattended'], SAME_WORK),
    assignee: yes,
    others: yes,
    work: ['byRequester'],
  },
  noted: {
    requester: no(INSIDE),
    team: no('people who work on the ticket read it'),
    assignee: yes,
    others: yes,
    work: false,
  },
  'private-message-added': {
    requester: no(NAMED_ONLY),
    team: no(NAMED_ONLY),
    assignee: no(NAMED_ONLY),
    others: no(NAMED_ONLY),
    named: 'its recipients',
    work: false,
  },
  assigned: {
    requester: no(NOT_THEIR_WORK),
    team: no(SAME_WORK),
    assignee: yes,
    others: no(NOT_THEIR_WORK),
    work: ['attended'],
  },
  unassigned: {
    requester: no(NOT_THEIR_WORK),
    team: no('`queued` or `assigned` follows'),
    assignee: no('`assigned` goes to the new one'),
    others: no(NOT_THEIR_WORK),
    named: 'the former assignee',
    work: false,
  },
  queued: {
    requester: no(NOT_THEIR_WORK),
    team: when('fromElsewhere', KNOWN_TO_TEAM),
    assignee: no('there is none'),
    others: no(NOT_THEIR_WORK),
    work: true,
  },
  moved: {
    requester: no(NOT_THEIR_WORK),
    team: when('fromElsewhere', KNOWN_TO_TEAM),
    assignee: no('they get `assigned`'),
    others: no(NOT_THEIR_WORK),
    work: true,
  },
  merged: {
    requester: yes,
    team: no('its queue only has one ticket less'),
    assignee: when('otherAssignee', 'they get `joined`'),
    others: yes,
    work: false,
  },
  joined: {
    requester: no(
      'their ticket continues; they are notified of the next reply',
    ),
    team: when(['unattended', 'fromElsewhere'], SAME_WORK),
    assignee: yes,
    others: no('the ticket continues; they are notified of the next reply'),
    work: true,
  },
  added: {
    requester: no('they see it on the ticket'),
    team: no('they have nothing to do'),
    assignee: no('they have nothing to do'),
    others: no('only the added person has to know'),
    named: 'the added person',
    work: false,
  },
  'access-lost': {
    requester: no('see the last column'),
    team: no('it was one of many tickets, and others work on it now'),
    assignee: no('see the last column'),
    others: no('see the last column'),
    named:
      'requester, creator, assignee, watchers and added people who lost access',
    work: false,
  },
  'answer-expected': {
    requester: when('actorNotifies', 'the agent turned notifications off'),
    team: no('the requester has to act'),
    assignee: no('the requester has to act'),
    others: no('the requester has to act'),
    work: false,
  },
  'priority-changed': {
    requester: no('they see it on the ticket'),
    team: no('the queue shows the ticket in its new place'),
    assignee: yes,
    others: no('they see it on the ticket'),
    work: ['attended'],
  },
  postponed: {
    requester: no('they see it on the ticket'),
    team: no(SAME_WORK),
    assignee: yes,
    others: no('they see it on the ticket'),
    work: false,
  },
  solved: ending(),
  closed: ending(),
  reopened: {
    requester: when(
      ['byTeam', 'actorNotifies'],
      'they did it, or the agent turned notifications off',
    ),
    team: when(['unattended', 'teamNotified'], SAME_WORK),
    assignee: when('teamNotified', 'the agent turned notifications off'),
    others: when('actorNotifies', 'the actor turned notifications off'),
    work: ['teamNotified'],
  },
  returned: {
    requester: no('the work continues, and they have nothing to do'),
    team: when(['unattended', 'byDesk'], SAME_WORK),
    assignee: yes,
    others: no('the work continues, and they have nothing to do'),
    work: true,
  },
  rated: {
    requester: no('they did it'),
    team: no('it is for the person who did the work'),
    assignee: yes,
    others: no('it is between the requester and the assignee'),
    work: false,
  },
  'sla-warning': {
    requester: no(INSIDE),
    team: when('unattended', SAME_WORK),
    assignee: yes,
    others: no(INSIDE),
    work: true,
  },
  'sla-breach': {
    requester: no(INSIDE),
    team: yes,
    assignee: yes,
    others: no(INSIDE),
    named: "the people in the policy's `escalate.notify`",
    work: true,
  },
};

function ending(): Row {
  return {
    requester: when('actorNotifies', 'the actor turned notifications off'),
    team: no('there is nothing left to do'),
    assignee: when('byRequester', 'an agent ended it'),
    others: when('actorNotifies', 'the actor turned notifications off'),
    work: false,
  };
}
