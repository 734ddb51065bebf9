import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  DeskDescription,
  SimilarTickets as Similar,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import {
  asSentence,
  TicketLink,
  TicketStatus,
  useRefusalText,
} from '../../components';
import { useFollow, useOpenTrouble, useSimilarTickets } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Alert, Button, makeStyles, Text, Time } from '../../ui';

const TYPING_PAUSE = 300;

const useStyles = makeStyles(
  {
    root: {
      padding: 'var(--bui-space-3)',
      borderRadius: 'var(--bui-radius-3)',
      backgroundColor: 'var(--bui-bg-neutral-1)',
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    ticket: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: 'var(--bui-space-3)',
      paddingTop: 'var(--bui-space-2)',
    },
    about: { minWidth: 0, overflowWrap: 'anywhere' },
    state: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 'var(--bui-space-1) var(--bui-space-3)',
    },
  },
  { name: 'PortaldeskSimilarTickets' },
);

type Found = Similar['items'][number] | Ticket;

/**
 * What others have filed already: like the subject that is being typed, and
 * open trouble of the asset. To follow one is quicker than to file it again.
 */
export function SimilarTickets(props: {
  desk: DeskDescription;
  subject: string;
  asset: string | undefined;
}) {
  const { subject, asset } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refusalText = useRefusalText();
  const [typed, setTyped] = useState(subject);
  useDebounce(() => setTyped(subject), TYPING_PAUSE, [subject]);
  const caller = props.desk.caller.ref;
  const follow = useFollow(caller);
  const [followed, setFollowed] = useState<readonly string[]>([]);

  const hasSubject = subject.trim() !== '';
  const similar = useSimilarTickets(typed.trim(), asset);
  const trouble = useOpenTrouble(asset);
  // Nothing here is needed to file a ticket: while it cannot be read, it is away.
  const alike = (hasSubject && similar.data?.items) || [];
  const found: Found[] = [
    ...alike,
    ...(trouble.data?.items ?? []).filter(({ id }) =>
      alike.every(one => one.id !== id),
    ),
  ];

  // room for what is found is there at once, also for screen readers
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <section className={classes.root} aria-label={t('similar.title')}>
          <Text variant="body-small" weight="bold">
            {t('similar.title')}
          </Text>
          <ul className={classes.list}>
            {found.map(ticket => (
              <li key={ticket.id} className={classes.ticket}>
                <div className={classes.about}>
                  <TicketLink ticket={ticket}>
                    {ticket.number} · {ticket.subject}
                  </TicketLink>
                  <Text
                    as="div"
                    variant="body-x-small"
                    color="secondary"
                    className={classes.state}
                  >
                    <TicketStatus ticket={ticket} />
                    <Time at={ticket.endedAt ?? ticket.createdAt} />
                  </Text>
                </div>
                {followed.includes(ticket.id) ? (
                  <Text variant="body-small">{t('similar.followed')}</Text>
                ) : (
                  <Button
                    variant="secondary"
                    aria-label={t('similar.followTicket', {
                      number: ticket.number,
                    })}
                    isDisabled={follow.isPending}
                    onPress={() =>
                      follow.mutate(ticket.id, {
                        onSuccess: () => setFollowed([...followed, ticket.id]),
                      })
                    }
                  >
                    {t('similar.follow')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {follow.isError && (
            <Alert status="danger">
              {t('ticket.refused', {
                reason: asSentence(refusalText(follow.error)),
              })}
            </Alert>
          )}
        </section>
      )}
    </div>
  );
}
