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
import { PersonButton } from './PersonButton';

const useStyles = makeStyles(theme => ({
  column: {
    maxWidth: 1080,
    margin: '0 auto',
  },
  section: {
    marginTop: theme.spacing(4),
  },
  people: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    gap: theme.spacing(2),
    listStyle: 'none',
    margin: theme.spacing(1.5, 0, 0),
    padding: 0,
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
        subtitle="A service desk inside the developer portal"
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
          <Typography variant="h3" component="h2">
            Who would you like to be?
          </Typography>
          <Typography color="textSecondary">
            Choose one of these invented people; you can change any time by
            signing out in the settings.
          </Typography>
          {groups.map(group => (
            <section
              key={group.title}
              className={classes.section}
              aria-label={group.title}
            >
              <Typography variant="h5" component="h3">
                {group.title}
              </Typography>
              <ul className={classes.people}>
                {group.people.map(person => (
                  <li key={person.ref}>
                    <PersonButton
                      person={person}
                      role={group.role}
                      onChoose={onChoose}
                    />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Content>
    </Page>
  );
};
