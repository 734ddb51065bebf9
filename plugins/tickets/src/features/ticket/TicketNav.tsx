import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { useKeys, useTicketTrail } from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import {
  Button,
  ButtonIcon,
  makeStyles,
  NextIcon,
  pressShortcut,
  PreviousIcon,
  Text,
} from '../../ui';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      alignItems: 'center',
      gap: 'var(--bui-space-1)',
      marginBottom: 'var(--bui-space-1)',
    },
    back: { marginRight: 'auto' },
  },
  { name: 'PortaldeskTicketNav' },
);

/** Leads back to the list that the ticket was opened from, and to its neighbours there. */
export function TicketNav(props: { ticket: Ticket }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { ticket } = props;
  const trail = useTicketTrail(ticket.number, ticket.id);
  useKeys({
    j: trail?.next,
    k: trail?.previous,
    u: trail?.toList,
    a: () => pressShortcut('a'),
    s: () => pressShortcut('s'),
    e: () => pressShortcut('e'),
  });
  if (!trail) {
    return null;
  }
  return (
    <nav className={classes.root} aria-label={t('trail.label')}>
      <Button
        variant="tertiary"
        size="small"
        className={classes.back}
        iconStart={<PreviousIcon fontSize="small" aria-hidden />}
        onPress={trail.toList}
      >
        {t('trail.back')}
      </Button>
      <Text variant="body-small" color="secondary" aria-live="polite">
        {trail.total === undefined
          ? t('trail.position', { position: String(trail.position) })
          : t('trail.positionOf', {
              position: String(trail.position),
              total: String(trail.total),
            })}
      </Text>
      <ButtonIcon
        variant="tertiary"
        aria-label={t('trail.previous')}
        icon={<PreviousIcon />}
        isDisabled={!trail.hasPrevious || trail.isLoading}
        onPress={trail.previous}
      />
      <ButtonIcon
        variant="tertiary"
        aria-label={t('trail.next')}
        icon={<NextIcon />}
        isDisabled={!trail.hasNext || trail.isLoading}
        onPress={trail.next}
      />
    </nav>
  );
}
