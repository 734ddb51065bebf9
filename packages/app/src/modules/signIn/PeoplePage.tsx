import {
  Content,
  Header,
  Page,
  WarningPanel,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { DemoGroup } from './demoGroups';
import { GroupCard } from './GroupCard';

const useStyles = makeStyles(theme => ({
  column: {
    maxWidth: 1120,
    margin: '0 auto',
  },
  groups: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))',
    gap: theme.spacing(3),
    marginTop: theme.spacing(3),
  },
}));

/** Everybody who can be chosen, group by group. */
export const PeoplePage = (props: {
  groups: DemoGroup[];
  error?: Error;
  onChoose(ref: string): void;
}) => {
  const { groups, error, onChoose } = props;
  const classes = useStyles();
  const title = useApi(configApiRef).getOptionalString('app.title');
  return (
    <Page themeId="home">
      <Header
        title={title ?? 'Portaldesk'}
        subtitle="The service desk inside the developer portal"
      />
      <Content>
        <div className={classes.column}>
          {error && (
            <WarningPanel
              severity="error"
              title="The sign-in did not work"
              message={error.message}
            />
          )}
          <Typography variant="h4" component="h2">
            Who would you like to be?
          </Typography>
          <Typography color="textSecondary">
            One click signs in as one of these invented people. To become
            someone else, sign out in the settings.
          </Typography>
          <div className={classes.groups}>
            {groups.map(group => (
              <GroupCard key={group.title} group={group} onChoose={onChoose} />
            ))}
          </div>
        </div>
      </Content>
    </Page>
  );
};
