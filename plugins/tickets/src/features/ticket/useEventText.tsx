import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  type EventDetail,
  type TicketEvent,
  type Visibility,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import { Fragment } from 'react';
import { RefLink, TicketLink, useTitles } from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { Time } from '../../ui';

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

/** Shows plainly what a desk did that knows more events than this reader. */
function unknownEvent(detail: never, actor: Words): EventText {
  const { type } = detail as { type: string };
  return {
    sentence: (
      <>
        {actor}: {type}
      </>
    ),
  };
}

/** Puts events into words. */
export function useEventText(): (event: TicketEvent) => EventText {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  const ref = (entityRef: string) => <RefLink entityRef={entityRef} hideIcon />;
  const refOr = (entityRef: string | null, missing: string): Words =>
    entityRef === null ? missing : ref(entityRef);

  const assigned = (from: string | null, to: string | null, actor: string) => {
    if (to === null) {
      return t('event.unassigned', { actor: ref(actor) });
    }
    if (to === actor) {
      return t('event.tookOver', { actor: ref(actor) });
    }
    // an unassigned ticket may have been assigned automatically
    return from === null
      ? t('event.given', { assignee: ref(to) })
      : t('event.assigned', { actor: ref(actor), assignee: ref(to) });
  };

  const listed = (items: readonly Words[]): Words =>
    items.length === 0 ? (
      t('history.nothing')
    ) : (
      <>
        {items.map((item, index) => (
          <Fragment key={index}>
            {index > 0 && ', '}
            {item}
          </Fragment>
        ))}
      </>
    );

  const ticket = ({ number }: { number: string }) => (
    <TicketLink ticket={{ number, subject: number }} />
  );

  const edited = (
    detail: Extract<EventDetail, { type: 'edited' }>,
    actor: Words,
  ): EventText => {
    const { field, from, to } = detail;
    const titleOf = (value: string | null): Words => {
      if (field === 'category') {
        return titles.category(value);
      }
      if (value === null) {
        return t('history.nothing');
      }
      switch (field) {
        case 'priority':
          return titles.priority(value);
        case 'visibility':
          return visibilitySchema.safeParse(value).success
            ? t(`visibility.${value as Visibility}`)
            : value;
        case 'slaPolicy':
          return titles.slaPolicy(value);
        case 'system':
          return ref(value);
        default:
          return value;
      }
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
        return {
          sentence: t(
            detail.channel === 'email' ? 'event.filedByMail' : 'event.filed',
            { actor },
          ),
        };
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
          sentence: assigned(detail.from, detail.to, event.actor),
          change: {
            from: refOr(detail.from, t('none.assignee')),
            to: refOr(detail.to, t('none.assignee')),
          },
          reason: detail.reason && t(`unavailable.${detail.reason}`),
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
          reason: detail.reason && t(`unavailable.${detail.reason}`),
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
      case 'private-message-added':
        return {
          sentence: t('event.messagedPrivately', {
            actor,
            recipients: listed(detail.recipients.map(ref)),
          }),
        };
      case 'message-redacted':
        return {
          sentence: t(detail.text ? 'event.redacted' : 'event.redactedFiles', {
            actor,
          }),
          reason: detail.reason,
        };
      case 'fields-edited': {
        const values = (fields: Record<string, unknown>) =>
          listed(
            Object.entries(fields).map(
              ([name, value]) => `${name}: ${JSON.stringify(value)}`,
            ),
          );
        return {
          sentence: t('event.fields', { actor }),
          change: { from: values(detail.from), to: values(detail.to) },
        };
      }
      case 'tags-edited':
        return {
          sentence: t('event.tags', { actor }),
          change: { from: listed(detail.from), to: listed(detail.to) },
        };
      case 'assets-edited':
      case 'entities-edited':
        return {
          sentence: t(
            detail.type === 'assets-edited' ? 'event.assets' : 'event.entities',
            { actor },
          ),
          change: {
            from: listed(detail.from.map(ref)),
            to: listed(detail.to.map(ref)),
          },
        };
      case 'notify-requester-set':
        return {
          sentence: t(detail.to ? 'event.notifying' : 'event.muted', { actor }),
        };
      case 'organisation-access-set':
        return {
          sentence: t(
            detail.to
              ? 'event.organisationGranted'
              : 'event.organisationRevoked',
            { actor },
          ),
        };
      case 'person-added':
      case 'person-removed':
        if (detail.type === 'person-removed' && detail.ref === event.actor) {
          return { sentence: t(`event.left.${detail.role}`, { actor }) };
        }
        return {
          sentence: t(
            detail.type === 'person-added'
              ? `event.added.${detail.role}`
              : `event.removed.${detail.role}`,
            { actor, person: ref(detail.ref) },
          ),
        };
      case 'postponed':
        return {
          sentence:
            detail.until === null
              ? t('event.postponedNoMore', { actor })
              : t('event.postponed', {
                  actor,
                  until: <Time at={detail.until} absolute />,
                }),
        };
      case 'archived':
        return { sentence: t('event.archived', { actor }) };
      case 'unarchived':
        return { sentence: t('event.unarchived', { actor }) };
      case 'linked':
        return {
          sentence: t(
            detail.outward
              ? `event.linked.${detail.link}`
              : `event.linkedFrom.${detail.link}`,
            { ticket: ticket(detail) },
          ),
        };
      case 'unlinked':
        return {
          sentence: t('event.unlinked', { actor, ticket: ticket(detail) }),
        };
      case 'merged-into':
        return {
          sentence: t('event.mergedInto', { actor, ticket: ticket(detail) }),
        };
      case 'merged-from':
        return {
          sentence: t('event.mergedFrom', { actor, number: detail.number }),
        };
      case 'rated':
        return {
          sentence: t('event.rated', { actor, stars: String(detail.stars) }),
          reason: detail.comment ?? undefined,
        };
      case 'sla-warned':
      case 'sla-breached':
        return {
          sentence: t(
            detail.type === 'sla-warned'
              ? `event.warned.${detail.deadline}`
              : `event.breached.${detail.deadline}`,
            { due: <Time at={detail.dueAt} absolute /> },
          ),
        };
      case 'edited':
        return edited(detail, actor);
      default:
        return unknownEvent(detail, actor);
    }
  };
}
