import { useApi } from '@backstage/core-plugin-api';
import {
  type BulkChange,
  isEnded,
  type StatusSummary,
} from '@portaldesk/plugin-tickets-common';
import { ticketsApiRef } from '../ticketsApiRef';
import { useDesk } from '../useDesk';
import { type BulkOutcome, failedOutcome } from './bulkOutcome';
import { restoreTicket } from './restoreTicket';
import { useBulkRun } from './useBulkRun';

/**
 * Why the change of a ticket cannot be undone: `triage`, since nobody can put it
 * back to where it had no team; `overlap`, since another person changed it in the
 * same moment.
 */
export type NotUndoable = 'triage' | 'overlap';

/** Whether what was done to a ticket can be undone, and why not; undefined: nothing was. */
export function undoOf(
  outcome: BulkOutcome,
): 'possible' | NotUndoable | undefined {
  const { error, version, before } = outcome;
  if (error) {
    return undefined;
  }
  if (!before || version === undefined) {
    return 'overlap';
  }
  if (Object.keys(before).length === 0) {
    return undefined;
  }
  return before.team === null ? 'triage' : 'possible';
}

/** Gives tickets back what they were before a change of many. */
export function useBulkUndo() {
  const ticketsApi = useApi(ticketsApiRef);
  const { data: desk } = useDesk();
  const { run, ...bulk } = useBulkRun();
  const statuses: readonly StatusSummary[] = desk?.statuses ?? [];
  const ends = (id: string) =>
    statuses.some(status => status.id === id && isEnded(status.type));

  const undoOne = async ({ ticket, before, version }: BulkOutcome, change: BulkChange) => {
    if (!before || version === undefined) {
      return { ticket };
    }
    try {
      await restoreTicket(ticketsApi, ticket.id, {
        before,
        version,
        notify: 'notify' in change ? change.notify : undefined,
        isEnded: ends,
        canFollow: (from, to) =>
          statuses.some(({ id, next }) => id === from && next.includes(to)),
      });
      return { ticket };
    } catch (error) {
      return failedOutcome(ticket, error);
    }
  };
  return {
    ...bulk,
    /** @param change - what is undone */
    run: (outcomes: readonly BulkOutcome[], change: BulkChange) =>
      run(
        outcomes.filter(outcome => undoOf(outcome) === 'possible'),
        1,
        async ([outcome]) => [await undoOne(outcome, change)],
      ),
  };
}
