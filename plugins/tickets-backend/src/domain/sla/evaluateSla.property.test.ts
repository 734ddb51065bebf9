import type { EventDetail } from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import { type SlaLife, slaLives } from '../../__testUtils__/arbitraryHistories';
import { cases } from '../../__testUtils__/cases';
import { HORIZON, SlowDeadlines } from '../../__testUtils__/slowDeadlines';
import { MINUTE } from '../../__testUtils__/slowTime';
import { type NewEvent, applyEvent } from '../ticketState';
import type { TicketState } from '../ticketState';
import { SlaRules } from './SlaRules';
import type { PlannedSlaEvent } from './PlannedSlaEvent';
import { evaluateSla } from './evaluateSla';
import { slaEffectOf } from './slaEffect';

type Event = NewEvent;

function asEvents({ events }: SlaLife): Event[] {
  return events.map(({ at, detail }) => ({
    actor: 'user:default/agent',
    at: new Date(at),
    detail,
  }));
}

function ticketAfter(
  { rules }: SlaLife,
  events: readonly Event[],
): TicketState {
  const ticket = events.reduce<TicketState | undefined>(
    (state, event) => applyEvent(rules, state, event),
    undefined,
  );
  if (!ticket) {
    throw new Error('there is a ticket after its filing');
  }
  return ticket;
}

/** The outlook by those events that are kept for it. */
function outlookOf(life: SlaLife, rules: SlaRules, events: Event[], now: Date) {
  const kept = events.filter(event => slaEffectOf(event) !== null);
  return evaluateSla(rules, ticketAfter(life, events), kept, now);
}

function asDetail({ type, deadline, dueAt }: PlannedSlaEvent): EventDetail {
  return { type, deadline, dueAt: dueAt.toISOString() };
}

describe('the deadlines of a ticket', () => {
  it('are those of somebody who goes through its life minute by minute', () => {
    const seen = { due: 0, met: 0, missed: 0 };
    fc.assert(
      fc.property(slaLives, life => {
        const rules = new SlaRules({ ...life.rules, fingerprint: 'x' });
        const events = asEvents(life);
        const now = new Date(life.now);
        const { deadlines } = outlookOf(life, rules, events, now);
        const { checkAt: _checkAt, rules: _rules, ...actual } = deadlines;
        const end = life.events[0].at + HORIZON * MINUTE;
        const seenSlowly = (at: Date | null) =>
          at !== null && at.getTime() <= end ? at : null;
        expect({
          ...actual,
          responseDueAt: seenSlowly(actual.responseDueAt),
          resolutionDueAt: seenSlowly(actual.resolutionDueAt),
          inactivityDueAt: seenSlowly(actual.inactivityDueAt),
          nextDueAt: seenSlowly(actual.nextDueAt),
        }).toEqual(new SlowDeadlines(life.rules, life.events, life.now).all());
        seen.due += Number(actual.nextDueAt !== null);
        seen.met += Number(actual.resolutionMet || actual.responseMet);
        seen.missed += Number(actual.resolutionMet === false);
      }),
      { numRuns: cases(700) },
    );
    // nothing is shown by tickets without deadlines
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(cases(20));
  });

  it('are warned of and recorded as missed once each, however often one looks', () => {
    let recordedInAll = 0;
    fc.assert(
      fc.property(
        slaLives,
        fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 12 }),
        (life, looks) => {
          const rules = new SlaRules({ ...life.rules, fingerprint: 'x' });
          const begin = life.events[0].at;
          const times = [...looks, ...looks, 4 * 1440]
            .map(minutes => new Date(begin + minutes * MINUTE))
            .sort((a, b) => a.getTime() - b.getTime());
          const events = asEvents(life);
          const recorded: { at: Date; step: PlannedSlaEvent }[] = [];
          for (const at of times) {
            const before = events.findLastIndex(event => event.at <= at);
            const past = events.slice(0, before + 1);
            const { plannedEvents: steps, deadlines } = outlookOf(
              life,
              rules,
              past,
              at,
            );
            const due = steps.filter(step => step.at <= at);
            expect(due.length > 0).toBe(
              deadlines.checkAt !== null && deadlines.checkAt <= at,
            );
            for (const step of due) {
              recorded.push({ at, step });
              events.splice(events.findLastIndex(it => it.at <= at) + 1, 0, {
                actor: 'desk',
                at,
                detail: asDetail(step),
              });
            }
          }
          const keys = recorded.map(
            ({ step: { type, deadline, dueAt } }) =>
              `${type} ${deadline} ${dueAt.toISOString()}`,
          );
          expect(new Set(keys).size).toBe(keys.length);
          for (const { at, step } of recorded) {
            expect(step.dueAt <= at).toBe(step.type === 'sla-breached');
          }
          recordedInAll += recorded.length;
        },
      ),
      { numRuns: cases(400) },
    );
    expect(recordedInAll).toBeGreaterThan(cases(100));
  });
});
