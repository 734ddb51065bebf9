import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import { useListState } from '../../components';
import { useEntityNames } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Empty, makeStyles, Select } from '../../ui';
import { ListPage } from './ListPage';
import { ListScreen } from './ListScreen';
import { queueViews } from './queueViews';
import { useHour } from './useHour';

const useStyles = makeStyles(
  { team: { flex: 'none', width: '12rem' } },
  { name: 'PortaldeskQueue' },
);

const ALL = 'all';

/** What the agents of a team work from. */
export function Queue() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <ListPage>
      {desk =>
        desk.caller.agent || desk.caller.admin ? (
          <QueueOf desk={desk} />
        ) : (
          <Empty
            title={t('empty.queue.forbidden.title')}
            text={t('empty.queue.forbidden.text')}
          />
        )
      }
    </ListPage>
  );
}

function QueueOf(props: { desk: DeskDescription }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { state } = useListState();
  const { desk } = props;
  const { caller } = desk;
  const hour = useHour();

  // Admins without a team of their own look after every team's queue.
  const choosable = caller.teams.length > 0 ? caller.teams : desk.teams;
  const team = choosable.find(ref => state.filter.team?.includes(ref));
  const views = useMemo(
    () => queueViews(team ? [team] : caller.teams, desk, hour),
    [team, caller.teams, desk, hour],
  );
  return (
    <ListScreen
      desk={desk}
      list="queue"
      views={views}
      titleOf={id => t(`views.${id}`)}
      kept={new URLSearchParams(team ? { team } : {})}
      empty={() => (
        <Empty title={t('empty.queue.title')} text={t('empty.queue.text')} />
      )}
    >
      {choosable.length > 1 && (
        <TeamSelect
          teams={choosable}
          chosen={team}
          isMine={caller.teams.length > 0}
        />
      )}
    </ListScreen>
  );
}

/** Chooses whose queue it is. */
function TeamSelect(props: {
  teams: readonly string[];
  chosen: string | undefined;
  /** Whether these are the reader's own teams. */
  isMine: boolean;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { change } = useListState();
  const nameOf = useEntityNames(props.teams);
  return (
    <Select
      className={classes.team}
      label={t('views.team')}
      isLabelHidden
      options={[
        {
          id: ALL,
          title: t(props.isMine ? 'views.allTeams' : 'views.everyTeam'),
        },
        ...props.teams.map(ref => ({ id: ref, title: nameOf(ref) })),
      ]}
      value={props.chosen ?? ALL}
      onChange={id => change({ team: id === ALL ? undefined : [id] })}
    />
  );
}
