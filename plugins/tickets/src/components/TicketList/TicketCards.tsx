import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import { Time } from '../../ui';
import { TicketStatus } from '../Light';
import { RefLink } from '../RefLink';
import { useTitles } from '../useTitles';
import { AssetCell, RefOrMissing } from './AssetCell';
import { TicketLink } from './TicketLink';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    card: {
      padding: theme.spacing(1.5),
      marginBottom: theme.spacing(1),
      overflowWrap: 'anywhere',
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      marginTop: theme.spacing(0.5),
    },
  }),
  { name: 'PortaldeskTicketCards' },
);

/** Tickets one below the other, for narrow screens. */
export function TicketCards(props: { tickets: Ticket[]; hideAsset?: boolean }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  return (
    <ul className={classes.list} aria-label={t('list.label')}>
      {props.tickets.map(ticket => (
        <Paper
          key={ticket.id}
          component="li"
          variant="outlined"
          className={classes.card}
        >
          <Box display="flex" justifyContent="space-between">
            <Typography variant="body2">{ticket.number}</Typography>
            <Typography variant="body2" component="div">
              <TicketStatus ticket={ticket} />
            </Typography>
          </Box>
          <Typography variant="subtitle1" component="div">
            <TicketLink ticket={ticket} />
          </Typography>
          <Typography variant="body2" component="div" className={classes.facts}>
            {!props.hideAsset && <AssetCell assets={ticket.assets} />}
            <RefLink entityRef={ticket.requester} />
            <RefOrMissing entityRef={ticket.team} missing={t('none.team')} />
            <RefOrMissing
              entityRef={ticket.assignee}
              missing={t('none.assignee')}
            />
            <span>{titles.priority(ticket.priority)}</span>
            <Time at={ticket.updatedAt} />
          </Typography>
        </Paper>
      ))}
    </ul>
  );
}
