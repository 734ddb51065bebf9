import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard, Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { lightSchema } from '@portaldesk/plugin-tickets-common';
import {
  Light,
  NewTicketButton,
  NotRefreshed,
  TicketLink,
  TicketStatus,
} from '../../components';
import { TicketsProvider, useTicketCounts, useTicketList } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { rootRouteRef } from '../../routes';
import { Empty, ErrorState, Loading, Time } from '../../ui';

const NEWEST = 5;

const useStyles = makeStyles(
  theme => ({
    counts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      listStyle: 'none',
      margin: theme.spacing(0, 0, 2),
      padding: 0,
    },
    tickets: { listStyle: 'none', margin: 0, padding: 0 },
    ticket: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
    },
  }),
  { name: 'PortaldeskEntityTicketsCard' },
);

/** The tickets about an entity at a glance, for its overview. */
export function EntityTicketsCard() {
  const { entity } = useEntity();
  return (
    <TicketsProvider>
      <TicketsCard asset={stringifyEntityRef(entity)} />
    </TicketsProvider>
  );
}

function TicketsCard(props: { asset: string }) {
  const { asset } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const listPath = useRouteRef(rootRouteRef)();
  const all = new URLSearchParams({ tab: 'all', state: 'all', asset });
  return (
    <InfoCard
      title={t('entity.title')}
      headerProps={{
        action: (
          <Box mt={1} mr={1}>
            <NewTicketButton asset={asset} size="small" />
          </Box>
        ),
      }}
    >
      <CardBody asset={asset} />
      <Typography variant="body2">
        <Link to={`${listPath}?${all}`}>{t('entity.viewAll')}</Link>
      </Typography>
    </InfoCard>
  );
}

function CardBody(props: { asset: string }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const counts = useTicketCounts({ asset: [props.asset] });
  const newest = useTicketList({
    asset: [props.asset],
    sort: 'createdAt',
    order: 'desc',
    limit: NEWEST,
  });

  if (counts.isPending || newest.isPending) {
    return <Loading label={t('list.loading')} />;
  }
  if (!counts.data || !newest.data) {
    return (
      <ErrorState
        title={t('list.failed')}
        error={counts.error ?? newest.error ?? new Error()}
        onRetry={() => {
          counts.refetch();
          newest.refetch();
        }}
      />
    );
  }
  const { items } = newest.data;
  if (items.length === 0) {
    return (
      <Empty title={t('empty.entity.title')} text={t('empty.entity.text')} />
    );
  }
  return (
    <>
      <NotRefreshed query={newest} />
      <ul className={classes.counts}>
        {lightSchema.options.map(light => (
          <Typography key={light} variant="body2" component="li">
            <Light
              light={light}
              label={`${t(`light.${light}`)}: ${counts.data[light]}`}
            />
          </Typography>
        ))}
      </ul>
      <Typography variant="subtitle2" component="h3">
        {t('entity.newest')}
      </Typography>
      <ul className={classes.tickets} aria-label={t('entity.newest')}>
        {items.map(ticket => (
          <li key={ticket.id} className={classes.ticket}>
            <Typography variant="body2">
              <TicketLink ticket={ticket} />
            </Typography>
            <Typography
              variant="caption"
              color="textSecondary"
              component="div"
              className={classes.facts}
            >
              <span>{ticket.number}</span>
              <TicketStatus ticket={ticket} />
              <Time at={ticket.createdAt} />
            </Typography>
          </li>
        ))}
      </ul>
    </>
  );
}
