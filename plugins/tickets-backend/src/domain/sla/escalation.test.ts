import {
  statusOfEachType,
  filing,
} from '../../__testUtils__/arbitraryHistories';
import { TicketChange } from '../TicketChange';
import { applyEvent } from '../ticketState';
import { escalate, escalates } from './escalation';
import type { Escalation } from './policy';

const AT = new Date('2026-05-05T08:00:00Z');
const priorities = [{ id: 'low' }, { id: 'normal' }, { id: 'high' }];

function escalated(priority: string, escalation: Partial<Escalation>) {
  const ticket = applyEvent({ statuses: statusOfEachType }, undefined, {
    actor: 'user:default/requester',
    at: AT,
    detail: filing({ priority, slaPolicy: 'gold' }),
  });
  const change = new TicketChange(
    { statuses: statusOfEachType, reactions: {} },
    'desk',
    AT,
    { ...ticket, team: 'group:default/a', assignee: 'user:default/agent' },
  );
  escalate({ notify: [], ...escalation }, priorities, change);
  const { state } = change;
  return [state.priority, state.team, state.assignee];
}

describe('an escalation', () => {
  const A = 'group:default/a';
  const B = 'group:default/b';
  const AGENT = 'user:default/agent';

  it.each<[string, string, Partial<Escalation>, (string | null)[]]>([
    ['raises a priority', 'low', { priority: 'high' }, ['high', A, AGENT]],
    [
      'keeps a more urgent one',
      'high',
      { priority: 'low' },
      ['high', A, AGENT],
    ],
    [
      'raises one that is configured no more',
      'gone',
      { priority: 'low' },
      ['low', A, AGENT],
    ],
    ['moves to a team', 'low', { team: B }, ['low', B, null]],
    ['leaves the assignee to a team', 'low', { team: A }, ['low', A, AGENT]],
    ['does nothing else', 'low', { notify: [B] }, ['low', A, AGENT]],
  ])('%s', (_, priority, escalation, expected) => {
    expect(escalated(priority, escalation)).toEqual(expected);
  });

  it.each([
    ['response', undefined, true],
    ['resolution', undefined, true],
    ['resolution', false, false],
    ['inactivity', undefined, false],
  ] as const)(
    'follows a late %s, told: %s: %s',
    (deadline, notified, expected) => {
      const dueAt = AT.toISOString();
      expect(
        escalates({ type: 'sla-breached', deadline, dueAt, notified }),
      ).toBe(expected);
      expect(escalates({ type: 'sla-warned', deadline, dueAt })).toBe(false);
    },
  );
});
