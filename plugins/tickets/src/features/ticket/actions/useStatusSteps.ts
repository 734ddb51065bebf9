import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  isEnded,
  type Message,
  type StatusSummary,
  type Ticket,
  type TicketsApi,
  type TicketsChangeOptions,
} from '@portaldesk/plugin-tickets-common';
import { useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { useToast } from '../../../ui';
import { useUndoEnd } from './useUndoEnd';

/** A step on a ticket's way, and what to say when it is done. */
interface Step {
  take: (
    api: TicketsApi,
    number: string,
    options: TicketsChangeOptions,
  ) => Promise<Ticket>;
  done: string;
  /** Where it can be undone: whether people are notified of that, too. */
  undo?: { notify?: boolean };
}

/** The steps that lead a ticket to another status. */
export function useStatusSteps(ticket: Ticket) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const undoEnd = useUndoEnd();
  const move = useTicketChange<Step>(ticket, (api, step, options) =>
    step.take(api, ticket.number, options),
  );
  const undoOf = ({ undo }: Step, after: Ticket | Message) =>
    undo && 'allowedActions' in after && after.allowedActions.includes('reopen')
      ? {
          label: t('undo.label'),
          onPress: () => undoEnd(ticket, after, undo.notify),
        }
      : undefined;
  const go = (step: Step) =>
    move.mutate(step, {
      onSuccess: after => toast.success(step.done, undoOf(step, after)),
    });

  return {
    move,
    go,
    end: (way: 'solve' | 'close', notify?: boolean): Step => ({
      take: (api, number, options) =>
        way === 'solve'
          ? api.solveTicket(number, { notify }, options)
          : api.closeTicket(number, { notify }, options),
      done: t(way === 'solve' ? 'ticket.solved' : 'ticket.closed'),
      undo: { notify },
    }),
    reopen: (): Step => ({
      take: (api, number, options) => api.reopenTicket(number, {}, options),
      done: t('ticket.reopened'),
    }),
    setTo: ({ id, title, type }: StatusSummary, until?: string): Step => ({
      take: (api, number, options) =>
        api.changeStatus(number, { status: id, until }, options),
      done: t('ticket.statusChanged', { status: title }),
      undo: isEnded(type) ? {} : undefined,
    }),
  };
}
