import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket, TicketEvent } from '@portaldesk/plugin-tickets-common';
import { useEffect, useRef, useState } from 'react';
import { useEntityNames, useEvents, useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import {
  Button,
  Flex,
  focusFirst,
  makeStyles,
  Text,
  useToast,
} from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';
import { RatingForm } from './RatingForm';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: 'var(--bui-space-2)',
      margin: '0 calc(-1 * var(--bui-space-2))',
      padding: 'var(--bui-space-3) var(--bui-space-5)',
      borderTop: '1px solid var(--bui-border-1)',
    },
  },
  { name: 'PortaldeskSolvedQuestion' },
);

/** Asks the requester of an ended ticket whether it works, and how the service was. */
export function SolvedQuestion(props: { ticket: Ticket }) {
  const { ticket } = props;
  const { allowedActions, rating } = ticket;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const [isRating, setIsRating] = useState(false);
  // what was pressed is gone then; the next thing to do is in its place
  const section = useRef<HTMLElement>(null);
  const wasRating = useRef(false);
  useEffect(() => {
    if (wasRating.current !== isRating) {
      wasRating.current = isRating;
      focusFirst(section.current);
    }
  }, [isRating]);
  const events = useEvents(ticket.number);
  const solver = solverOf(ticket, events.data?.items ?? []);
  const name = useEntityNames([solver])(solver);
  const reopen = useTicketChange(ticket, (api, _, options) =>
    api.reopenTicket(ticket.number, {}, options),
  );
  if (!allowedActions.includes('rate')) {
    return null;
  }
  const done = () => {
    setIsRating(false);
    toast.success(t('rating.thanks'));
  };
  if (isRating) {
    return (
      <section
        ref={section}
        className={classes.root}
        aria-label={t('rating.label')}
      >
        <RatingForm
          ticket={ticket}
          onDone={done}
          onCancel={() => setIsRating(false)}
        />
      </section>
    );
  }
  return (
    <section
      ref={section}
      className={classes.root}
      aria-label={t('rating.label')}
    >
      {rating ? (
        <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
          <Text>
            {t('rating.given', { stars: String(rating.stars) })}
            {rating.comment && <> “{rating.comment}”</>}
          </Text>
          <Button variant="tertiary" onPress={() => setIsRating(true)}>
            {t('rating.change')}
          </Button>
        </Flex>
      ) : (
        <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
          <Text weight="bold">
            {t(
              solver === ticket.requester ? 'rating.closed' : 'rating.question',
              { name },
            )}
          </Text>
          <Button onPress={() => setIsRating(true)}>{t('rating.yes')}</Button>
          {allowedActions.includes('reopen') && (
            <Button
              variant="secondary"
              isDisabled={reopen.isUnderWay}
              onPress={() =>
                reopen.mutate(undefined, {
                  onSuccess: () => toast.success(t('ticket.reopened')),
                })
              }
            >
              {t('rating.no')}
            </Button>
          )}
        </Flex>
      )}
      <ChangeAlert
        error={reopen.error}
        onRetry={() => reopen.mutate()}
        onDismiss={reopen.reset}
      />
    </section>
  );
}

/** Who ended it last, as far as that is known; else who worked on it. */
function solverOf(ticket: Ticket, events: readonly TicketEvent[]): string {
  const end = events.find(
    ({ detail }) =>
      detail.type === 'portal-status-changed' && detail.to === 'closed',
  );
  return end?.actor ?? ticket.assignee ?? ticket.team ?? ticket.requester;
}
