import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import {
  ChoiceChips,
  ListFilters,
  TicketList,
  useListState,
} from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { Empty } from '../../ui';
import { QUEUE_VIEWS, queueFilter } from './queueViews';

const useStyles = makeStyles(
  theme => ({
    views: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(2),
      '& .MuiChip-root': { margin: 0 },
    },
    team: { minWidth: theme.spacing(24) },
  }),
  { name: 'PortaldeskQueueTab' },
);

const ALL = 'all';

/** What the agents of a team work from. */
export function QueueTab(props: { desk: DeskDescription }) {
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

  return (
    <>
      <div className={classes.views}>
        <ChoiceChips
          label={t('views.label')}
          options={QUEUE_VIEWS.map(id => ({ id, title: t(`views.${id}`) }))}
          chosen={view}
          onChoose={chosen => change({ view: chosen }, { push: true })}
        />
        {choosable.length > 1 && view !== 'triage' && (
          <TextField
            select
            id="tickets-team"
            className={classes.team}
            size="small"
            label={t('views.team')}
            value={team ?? ALL}
            onChange={event =>
              change({
                team: event.target.value === ALL ? '' : event.target.value,
              })
            }
          >
            <MenuItem value={ALL}>
              {caller.teams.length > 0
                ? t('views.allTeams')
                : t('views.everyTeam')}
            </MenuItem>
            {choosable.map(ref => (
              <MenuItem key={ref} value={ref}>
                <EntityDisplayName entityRef={ref} hideIcon disableTooltip />
              </MenuItem>
            ))}
          </TextField>
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
