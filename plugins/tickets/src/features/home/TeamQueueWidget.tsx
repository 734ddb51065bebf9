import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import { FigureList, Loaded, TicketLines } from '../../components';
import { TicketsProvider, useDesk, useViewCounts } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { rootRouteRef } from '../../routes';
import { Empty, Flex, Panel } from '../../ui';

/** What the reader's teams have to do, for the portal's home page. */
export function TeamQueueWidget() {
  return (
    <TicketsProvider>
      <Described />
    </TicketsProvider>
  );
}

function Described() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Panel title={t('home.queue')}>
      <Loaded
        query={useDesk()}
        loading={t('list.loading')}
        failed={t('page.deskFailed')}
      >
        {desk =>
          desk.caller.teams.length === 0 ? (
            <Empty title={t('home.noTeam')} text={t('home.noTeamText')} />
          ) : (
            <Queue desk={desk} />
          )
        }
      </Loaded>
    </Panel>
  );
}

const FIGURES = ['open', 'unassigned', 'overdue'] as const;

function Queue(props: { desk: DeskDescription }) {
  const { caller, slaPolicies } = props.desk;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const listPath = useRouteRef(rootRouteRef)();
  const hasDeadlines = slaPolicies.length > 0;
  const views = useMemo(() => {
    const open = { state: 'open', team: caller.teams } as const;
    const filters = {
      open,
      unassigned: { ...open, assignee: ['none'] },
      overdue: { ...open, overdue: true },
    };
    return FIGURES.filter(id => id !== 'overdue' || hasDeadlines).map(id => ({
      id,
      filter: filters[id],
    }));
  }, [caller.teams, hasDeadlines]);
  const counts = useViewCounts(views);
  return (
    <Flex direction="column" gap="3">
      <FigureList
        figures={views.map(({ id }) => ({
          id,
          title: t(`views.${id}`),
          value: counts.get(id) ?? '…',
          href: `${listPath}?tab=queue&view=${id}`,
        }))}
      />
      <TicketLines
        filter={{ state: 'open', team: caller.teams, assignee: ['none'] }}
        label={t('views.unassigned')}
        empty={t('home.allTaken')}
      />
    </Flex>
  );
}
