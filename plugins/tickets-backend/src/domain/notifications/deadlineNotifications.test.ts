import type { EventDetail } from '@portaldesk/plugin-tickets-common';
import {
  filing,
  statusOfEachType,
} from '../../__testUtils__/arbitraryHistories';
import { SlaRules } from '../sla/SlaRules';
import { applyEvent } from '../ticketState';
import { deadlineNotifications } from './deadlineNotifications';

const AT = new Date('2026-05-05T08:00:00Z');
const dueAt = AT.toISOString();

const sla = new SlaRules({
  statuses: statusOfEachType,
  calendars: [],
  policies: [
    {
      id: 'gold',
      title: 'Gold',
      targets: {},
      defaultTargets: { response: 60 },
      escalation: { notify: ['group:default/managers', 'user:default/agent'] },
    },
  ],
  fingerprint: 'f',
});

function notified(
  detail: EventDetail,
  {
    slaPolicy = 'gold',
    assignee = 'user:default/agent',
  }: { slaPolicy?: string; assignee?: string | null } = {},
): string[] {
  const ticket = applyEvent({ statuses: statusOfEachType }, undefined, {
    actor: 'user:default/requester',
    at: AT,
    detail: filing({ priority: 'low', slaPolicy }),
  });
  const people = {
    team: 'group:default/support',
    assignee,
    people: [
      { ref: 'user:default/watcher', role: 'watcher' as const },
      { ref: 'user:default/added', role: 'to' as const },
    ],
  };
  return deadlineNotifications(sla, { ...ticket, ...people }, [
    { actor: 'desk', at: AT, detail },
  ]).flatMap(({ event, deadline, inside, parties }) => {
    expect({ inside, dueAt: deadline?.dueAt }).toEqual({ inside: true, dueAt });
    return parties.map(
      ({ ref, roles }) =>
        `${event} ${deadline?.type}: ${ref.split('/')[1]} (${roles})`,
    );
  });
}

describe('a deadline', () => {
  it('that comes near is told to the assignee, and without one to the team', () => {
    const warned: EventDetail = {
      type: 'sla-warned',
      deadline: 'response',
      dueAt,
    };
    expect(notified(warned)).toEqual([
      'sla-warning response: agent (assignee)',
    ]);
    expect(notified(warned, { assignee: null })).toEqual([
      'sla-warning response: support (team)',
    ]);
  });

  it('that has passed is told to the team as well, and to whom the policy names', () => {
    const breached: EventDetail = {
      type: 'sla-breached',
      deadline: 'resolution',
      dueAt,
    };
    expect(notified(breached)).toEqual([
      'sla-breach resolution: support (team)',
      'sla-breach resolution: agent (assignee,escalation)',
      'sla-breach resolution: managers (escalation)',
    ]);
    expect(notified(breached, { slaPolicy: 'gone', assignee: null })).toEqual([
      'sla-breach resolution: support (team)',
    ]);
    expect(notified({ ...breached, deadline: 'inactivity' })).toEqual([
      'sla-breach inactivity: support (team)',
      'sla-breach inactivity: agent (assignee)',
    ]);
    expect(notified({ ...breached, notified: false })).toEqual([]);
  });

  it('is told of by no other event', () => {
    expect(notified({ type: 'noted', messageId: '1' })).toEqual([]);
  });
});
