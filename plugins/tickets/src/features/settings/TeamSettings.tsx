import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskSettings } from '@portaldesk/plugin-tickets-common';
import { Away, RefLink } from '../../components';
import { useEntityNames } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Empty, makeStyles, Panel } from '../../ui';
import { ConfigPath } from './ConfigPath';
import { SettingFacts } from './SettingFacts';

const useStyles = makeStyles(
  {
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(22rem, 100%), 1fr))',
      gap: 'var(--bui-space-4)',
    },
    members: { listStyle: 'none', margin: 0, padding: 0 },
  },
  { name: 'PortaldeskTeamSettings' },
);

/** The teams, who is in them, and who of these is away. */
export function TeamSettings(props: { settings: DeskSettings }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { teams, defaultTeam } = props.settings;
  const nameOf = useEntityNames(teams.map(({ group }) => group));
  if (teams.length === 0) {
    return (
      <Empty
        title={t('settings.everyGroup')}
        text={t('settings.addAt', { path: 'tickets.teams' })}
      />
    );
  }
  return (
    <div className={classes.root}>
      {teams.map(({ group, assign, members, path }) => (
        <Panel key={group} title={nameOf(group)}>
          <SettingFacts
            facts={[
              {
                title: t('settings.assign'),
                value: t(`settings.assign.${assign}`),
              },
              {
                title: t('settings.defaultTeam'),
                value: group === defaultTeam ? t('settings.yes') : undefined,
              },
              {
                title: t('settings.members'),
                value:
                  members.length === 0 ? (
                    t('settings.noMembers')
                  ) : (
                    <ul className={classes.members}>
                      {members.map(member => (
                        <li key={member}>
                          <RefLink entityRef={member} hideIcon />
                          <Away person={member} />
                        </li>
                      ))}
                    </ul>
                  ),
              },
            ]}
          />
          <ConfigPath path={path} />
        </Panel>
      ))}
    </div>
  );
}
