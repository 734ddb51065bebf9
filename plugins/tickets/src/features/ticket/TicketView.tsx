import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { useRef } from 'react';
import { TicketStatus } from '../../components';
import { useDesk, useMarkRead } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { ticketHistoryRouteRef, ticketRouteRef } from '../../routes';
import {
  Box,
  Flex,
  makeStyles,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
  useKeptFocus,
} from '../../ui';
import { StatusActions } from './actions/StatusActions';
import { Composer } from './composer/Composer';
import { Conversation } from './conversation/Conversation';
import { DetailsPanel } from './details/DetailsPanel';
import { History } from './history/History';
import { PeoplePanel } from './people/PeoplePanel';
import { SolvedQuestion } from './rating/SolvedQuestion';
import { LinkedTickets } from './relations/LinkedTickets';
import { Subject } from './Subject';
import { TicketNav } from './TicketNav';

const useStyles = makeStyles(
  {
    root: {
      // On paper is the ticket, without what one does with it. Pictures are
      // buttons, too, since they open, and so are fields that show a choice.
      '@media print': {
        '& button:not(:has(img), [aria-haspopup="listbox"]), & form, & nav, & [role="tablist"]':
          { display: 'none !important' },
        '& article': { breakInside: 'avoid-page' },
        '& pre, & pre code': { whiteSpace: 'pre-wrap !important' },
      },
    },
    // what the portal draws above each page of the plugin
    '@global': {
      '@media print': { '.bui-PluginHeader': { display: 'none' } },
    },
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: 'var(--bui-space-2) var(--bui-space-4)',
      marginBottom: 'var(--bui-space-4)',
    },
    // Grows and breaks its lines before what is beside it goes below.
    title: { flex: '1 1 24rem', minWidth: 0 },
    line: { display: 'flex', flexWrap: 'wrap', gap: '0 var(--bui-space-4)' },
    // On a small screen, what is being talked about comes first.
    columns: {
      display: 'grid',
      gap: 'var(--bui-space-4)',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateAreas: '"parts" "details" "people"',
      '@media (min-width: 1024px)': {
        gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
        gridTemplateRows: 'auto 1fr',
        gridTemplateAreas: '"parts details" "parts people"',
        alignItems: 'start',
      },
      '@media (min-width: 1280px)': {
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr) minmax(0, 1fr)',
        gridTemplateRows: 'auto',
        gridTemplateAreas: '"details parts people"',
      },
    },
    parts: { gridArea: 'parts', borderRadius: 'var(--bui-radius-3)' },
    details: { gridArea: 'details' },
    people: { gridArea: 'people' },
  },
  { name: 'PortaldeskTicketView' },
);

/** The parts of a ticket's page, each with an address of its own. */
export type TicketPart = 'conversation' | 'history';

interface TicketViewProps {
  ticket: Ticket;
  /** Whether nothing says yet that the ticket could not be refreshed. */
  isRefreshed: boolean;
  part: TicketPart;
}

/** A ticket, with everything that the caller may see and do. */
export function TicketView(props: TicketViewProps) {
  const { ticket } = props;
  const classes = useStyles();
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  useMarkRead(ticket);
  return (
    <div ref={root} className={classes.root}>
      <TicketNav ticket={ticket} />
      <header className={classes.header}>
        <div className={classes.title}>
          <Text as="div" color="secondary" className={classes.line}>
            <span>{ticket.number}</span>
            <TicketStatus ticket={ticket} />
          </Text>
          <Subject ticket={ticket} />
        </div>
        <StatusActions ticket={ticket} />
      </header>
      <div className={classes.columns}>
        <div className={classes.details}>
          <DetailsPanel ticket={ticket} />
        </div>
        <Box bg="neutral" className={classes.parts}>
          <Parts {...props} />
        </Box>
        <div className={classes.people}>
          <Flex direction="column" gap="4">
            <PeoplePanel ticket={ticket} />
            <LinkedTickets ticket={ticket} />
          </Flex>
        </div>
      </div>
    </div>
  );
}

function Parts(props: TicketViewProps) {
  const { ticket, isRefreshed, part } = props;
  const { number } = ticket;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { data: desk } = useDesk();
  const paths: Record<TicketPart, string> = {
    conversation: useRouteRef(ticketRouteRef)({ number }),
    history: useRouteRef(ticketHistoryRouteRef)({ number }),
  };
  return (
    <Tabs>
      <TabList aria-label={t('ticket.tabs.label')}>
        {(['conversation', 'history'] as const).map(id => (
          <Tab key={id} id={id} href={paths[id]}>
            {t(`ticket.tabs.${id}`)}
          </Tab>
        ))}
      </TabList>
      <TabPanel id={part}>
        {part === 'history' ? (
          <History ticket={ticket} isRefreshed={isRefreshed} />
        ) : (
          <>
            <Conversation ticket={ticket} isRefreshed={isRefreshed} />
            <SolvedQuestion ticket={ticket} />
            {desk && <Composer ticket={ticket} desk={desk} />}
          </>
        )}
      </TabPanel>
    </Tabs>
  );
}
