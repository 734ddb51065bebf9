import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  EventDetail,
  TicketEvent,
} from '@portaldesk/plugin-tickets-common';
import { useTitles } from '../../hooks';
import { ticketsTranslationRef } from '../../translation';
import { RefLink } from '../common';

/** Text, with links in it or without. */
type Words = string | JSX.Element;

/** What an event says to a reader. */
export interface EventText {
  /** Who did what. */
  sentence: Words;
  /** What was there before and after, where something was exchanged. */
  change?: { from: Words; to: Words };
  /** Why, where it is known. */
  reason?: string;
}

/** Puts events into words. */
export function useEventText(): (event: TicketEvent) => EventText {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  const ref = (entityRef: string) => <RefLink entityRef={entityRef} hideIcon />;
  const refOr = (entityRef: string | null, missing: string): Words =>
    entityRef === null ? missing : ref(entityRef);

  const assigned = (to: string | null, actor: string) => {
    if (to === null) {
      return t('event.unassigned', { actor: ref(actor) });
    }
    return to === actor
      ? t('event.tookOver', { actor: ref(actor) })
      : t('event.assigned', { actor: ref(actor), assignee: ref(to) });
  };

  const edited = (
    detail: Extract<EventDetail, { type: 'edited' }>,
    actor: Words,
  ): EventText => {
    const { field, from, to } = detail;
    const titleOf = (value: string | null) => {
      if (field === 'category') {
        return titles.category(value);
      }
      const text = value ?? t('history.nothing');
      return field === 'priority' ? titles.priority(text) : text;
    };
    const sentence =
      field === 'subject'
        ? t('event.subject', { actor })
        : t(`event.${field}`, { actor, value: titleOf(to) });
    return { sentence, change: { from: titleOf(from), to: titleOf(to) } };
  };

  return event => {
    const { detail } = event;
    const actor = ref(event.actor);
    switch (detail.type) {
      case 'filed':
        return { sentence: t('event.filed', { actor }) };
      case 'routed':
        return {
          sentence: detail.team
            ? t('event.routed', { team: ref(detail.team) })
            : t('event.triaged'),
          reason: detail.reason || t(`rule.${detail.rule}`),
        };
      case 'replied':
        return { sentence: t('event.replied', { actor }) };
      case 'noted':
        return { sentence: t('event.noted', { actor }) };
      case 'assigned':
        return {
          sentence: assigned(detail.to, event.actor),
          change: {
            from: refOr(detail.from, t('none.assignee')),
            to: refOr(detail.to, t('none.assignee')),
          },
        };
      case 'moved':
        return {
          sentence: t('event.moved', {
            actor,
            team: refOr(detail.to, t('none.team')),
          }),
          change: {
            from: refOr(detail.from, t('none.team')),
            to: refOr(detail.to, t('none.team')),
          },
        };
      case 'status-changed': {
        const to = titles.statusById(detail.to);
        return {
          sentence: t('event.status', { actor, status: to }),
          change: { from: titles.statusById(detail.from), to },
          reason:
            detail.cause === 'person' ? undefined : t(`cause.${detail.cause}`),
        };
      }
      case 'portal-status-changed': {
        const to = t(`portalStatus.${detail.to}`);
        return {
          sentence: t('event.portalStatus', { status: to }),
          change: { from: t(`portalStatus.${detail.from}`), to },
        };
      }
      default:
        return edited(detail, actor);
    }
  };
}
