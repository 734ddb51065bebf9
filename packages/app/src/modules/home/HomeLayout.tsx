import { Content } from '@backstage/core-components';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  widgets: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(360px, 100%), 1fr))',
    alignItems: 'start',
    gap: theme.spacing(3),
    maxWidth: 1280,
    margin: '0 auto',
  },
}));

/** Every widget side by side where there is room, else one below the other. */
export const HomeLayout = ({ widgets }: HomePageLayoutProps) => {
  const classes = useStyles();
  return (
    <Content>
      <div className={classes.widgets}>
        {widgets.map(widget => (
          <div key={widget.node.spec.id}>{widget.component}</div>
        ))}
      </div>
    </Content>
  );
};
