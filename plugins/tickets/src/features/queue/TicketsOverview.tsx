import { Content, ContentHeader } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DeskDescription,
  TicketFilter,
} from '@portaldesk/plugin-tickets-common';
import {
  ListFilters,
  NewTicketButton,
  TicketList,
  useListState,
} from '../../components';
import { useDesk } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Empty, ErrorState, Loading } from '../../ui';
import { QueueTab } from './QueueTab';

const useStyles = makeStyles(
  theme => ({
    panel: { paddingTop: theme.spacing(2) },
  }),
  { name: 'PortaldeskTicketsOverview' },
);

type TabId = 'mine' | 'queue' | 'all';

/** The lists of tickets: one's own, the queue, and everything visible. */
export function TicketsOverview() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const desk = useDesk();
  return (
    <Content>
      {desk.isPending && <Loading label={t('list.loading')} />}
      {desk.isError && !desk.data && (
        <ErrorState
          title={t('page.deskFailed')}
          error={desk.error}
          onRetry={() => desk.refetch()}
        />
      )}
      {desk.data && <Lists desk={desk.data} />}
    </Content>
  );
}

function Lists(props: { desk: DeskDescription }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { state, change } = useListState();
  const { caller } = props.desk;
  const tabs: TabId[] =
    caller.agent || caller.admin ? ['mine', 'queue', 'all'] : ['mine', 'all'];
  const tab = tabs.find(id => id === state.tab) ?? 'mine';

  return (
    <>
      <ContentHeader
        title={t('page.title')}
        titleComponent={
          <Tabs
            value={tab}
            onChange={(_, id) => change({ tab: id }, { push: true })}
            aria-label={t('tabs.label')}
            indicatorColor="primary"
            variant="scrollable"
            scrollButtons="off"
          >
            {tabs.map(id => (
              <Tab
                key={id}
                id={`tickets-tab-${id}`}
                value={id}
                label={t(`tabs.${id}`)}
                aria-controls="tickets-tab-panel"
              />
            ))}
          </Tabs>
        }
      >
        <NewTicketButton />
      </ContentHeader>
      <div
        key={tab}
        role="tabpanel"
        id="tickets-tab-panel"
        aria-labelledby={`tickets-tab-${tab}`}
        className={classes.panel}
      >
        {tab === 'mine' && (
          <SimpleTab id="mine" filter={{ requester: [caller.ref] }} />
        )}
        {tab === 'queue' && <QueueTab desk={props.desk} />}
        {tab === 'all' && <SimpleTab id="all" filter={{}} />}
      </div>
    </>
  );
}

function SimpleTab(props: { id: 'mine' | 'all'; filter: TicketFilter }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { state } = useListState();
  const empty = props.id === 'mine' && state.state === 'open' ? 'mine' : 'all';
  return (
    <>
      <ListFilters />
      <TicketList
        filter={{
          ...props.filter,
          state: state.state === 'all' ? undefined : state.state,
        }}
        empty={
          <Empty
            title={t(`empty.${empty}.title`)}
            text={t(`empty.${empty}.text`)}
            action={<NewTicketButton />}
          />
        }
      />
    </>
  );
}
