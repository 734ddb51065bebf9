import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { PortalStatus, Ticket } from '@portaldesk/plugin-tickets-common';
import { LIGHT_COLORS, useTitles } from '../../../components';
import { useDesk } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { makeStyles } from '../../../ui';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      gap: 2,
      margin: 'var(--bui-space-2) 0',
    },
    step: {
      flex: 1,
      height: '0.375rem',
      borderRadius: 'var(--bui-radius-2)',
      backgroundColor: 'var(--bui-border-1)',
    },
    current: { flex: 2 },
  },
  { name: 'PortaldeskStatusBar' },
);

const PORTAL_STATUSES: PortalStatus[] = [
  'in-progress',
  'answer-expected',
  'postponed',
  'closed',
];

/** Where on its way a ticket is, at a glance. */
export function StatusBar(props: { ticket: Ticket }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  const { data: desk } = useDesk();
  const { ticket } = props;
  const current = ticket.status ?? ticket.portalStatus;
  const steps: string[] =
    ticket.status === undefined
      ? PORTAL_STATUSES
      : (desk?.statuses.map(({ id }) => id) ?? []);

  return (
    <div
      className={classes.root}
      role="img"
      aria-label={t('ticket.statusBar', { status: titles.status(ticket) })}
    >
      {/* A status that is no longer configured has its place before all. */}
      {(steps.includes(current) ? steps : [current, ...steps]).map(step => (
        <span
          key={step}
          className={
            step === current
              ? `${classes.step} ${classes.current}`
              : classes.step
          }
          style={
            step === current
              ? { backgroundColor: LIGHT_COLORS[ticket.light] }
              : undefined
          }
        />
      ))}
    </div>
  );
}
