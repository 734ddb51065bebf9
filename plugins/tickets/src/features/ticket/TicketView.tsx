import { ContentHeader } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Grid from '@material-ui/core/Grid';
import Paper from '@material-ui/core/Paper';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { useNavigate } from 'react-router-dom';
import { TicketStatus } from '../../components';
import { useDesk } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { ticketHistoryRouteRef, ticketRouteRef } from '../../routes';
import { Subject } from './Subject';
import { StatusActions } from './actions/StatusActions';
import { Composer } from './composer/Composer';
import { Conversation } from './conversation/Conversation';
import { DetailsPanel } from './details/DetailsPanel';
import { History } from './history/History';
import { PeoplePanel } from './people/PeoplePanel';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 2),
    },
  }),
  { name: 'PortaldeskTicketView' },
);

/** The parts of a ticket's page, each with an address of its own. */
export type TicketPart = 'conversation' | 'history';

/** A ticket, with everything that the caller may see and do. */
export function TicketView(props: { ticket: Ticket; part: TicketPart }) {
  const { ticket, part } = props;
  const classes = useStyles();
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const details = (
    <Grid item xs={12} md={3}>
      <DetailsPanel ticket={ticket} />
    </Grid>
  );

  return (
    <>
      <ContentHeader
        title={`${ticket.number} ${ticket.subject}`}
        titleComponent={
          <>
            <Typography
              variant="subtitle2"
              component="div"
              className={classes.line}
            >
              <span>{ticket.number}</span>
              <TicketStatus ticket={ticket} />
            </Typography>
            <Subject ticket={ticket} />
          </>
        }
      >
        <StatusActions ticket={ticket} />
      </ContentHeader>
      <Grid container spacing={2}>
        {!narrow && details}
        <Grid item xs={12} md={6}>
          <Paper variant="outlined">
            <Parts ticket={ticket} part={part} />
          </Paper>
        </Grid>
        {/* On a small screen, what is being talked about comes first. */}
        {narrow && details}
        <Grid item xs={12} md={3}>
          <PeoplePanel ticket={ticket} />
        </Grid>
      </Grid>
    </>
  );
}

function Parts(props: { ticket: Ticket; part: TicketPart }) {
  const { ticket, part } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const navigate = useNavigate();
  const { data: desk } = useDesk();
  const paths = {
    conversation: useRouteRef(ticketRouteRef),
    history: useRouteRef(ticketHistoryRouteRef),
  };
  const goTo = (next: TicketPart) =>
    navigate(paths[next]({ number: ticket.number }));

  return (
    <>
      <Tabs
        value={part}
        onChange={(_, next) => goTo(next)}
        aria-label={t('ticket.tabs.label')}
        indicatorColor="primary"
      >
        {(['conversation', 'history'] as const).map(id => (
          <Tab
            key={id}
            id={`ticket-tab-${id}`}
            value={id}
            label={t(`ticket.tabs.${id}`)}
            aria-controls="ticket-tab-panel"
          />
        ))}
      </Tabs>
      <div
        role="tabpanel"
        id="ticket-tab-panel"
        aria-labelledby={`ticket-tab-${part}`}
      >
        {part === 'history' ? (
          <History ticket={ticket} />
        ) : (
          <>
            <Conversation ticket={ticket} />
            {desk && <Composer ticket={ticket} desk={desk} />}
          </>
        )}
      </div>
    </>
  );
}
