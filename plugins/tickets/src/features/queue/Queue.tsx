import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { ListFilters, TicketList, useListState } from '../../components';
import { useEntityNames } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Empty, makeStyles, Select, SingleChoice } from '../../ui';
import { ListPage } from './ListPage';
import { QUEUE_VIEWS, queueFilter } from './queueViews';

const useStyles = makeStyles(
  {
    views: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-end',
      gap: 'var(--bui-space-2) var(--bui-space-4)',
      marginBottom: 'var(--bui-space-4)',
    },
    team: { flex: 'none', width: '14rem' },
  },
  { name: 'PortaldeskQueue' },
);

const ALL = 'all';

/** What the agents of a team work from. */
export function Queue() {
  return <ListPage>{desk => <QueueOf desk={desk} />}</ListPage>;
}

function QueueOf(props: { desk: DeskDescription }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { state, change } = useListState();
  const { desk } = props;
  const { caller } = desk;

  const view = QUEUE_VIEWS.find(id => id === state.view) ?? 'open';
  // Admins without a team of their own look after every team's queue.
  const choosable = caller.teams.length > 0 ? caller.teams : desk.teams;
  const team = choosable.find(ref => ref === state.team);
  const teams = team ? [team] : caller.teams;
  const nameOf = useEntityNames(choosable);

  return (
    <>
      <div className={classes.views}>
        <SingleChoice
          label={t('views.label')}
          options={QUEUE_VIEWS.map(id => ({ id, title: t(`views.${id}`) }))}
          chosen={view}
          onChoose={chosen => change({ view: chosen }, { push: true })}
        />
        {choosable.length > 1 && view !== 'triage' && (
          <Select
            className={classes.team}
            label={t('views.team')}
            options={[
              {
                id: ALL,
                title:
                  caller.teams.length > 0
                    ? t('views.allTeams')
                    : t('views.everyTeam'),
              },
              ...choosable.map(ref => ({
                id: ref,
                title: nameOf(ref),
              })),
            ]}
            value={team ?? ALL}
            onChange={id => change({ team: id === ALL ? '' : id })}
          />
        )}
      </div>
      <ListFilters hideState />
      <TicketList
        filter={queueFilter(view, teams, desk)}
        empty={
          <Empty title={t('empty.queue.title')} text={t('empty.queue.text')} />
        }
      />
    </>
  );
}
