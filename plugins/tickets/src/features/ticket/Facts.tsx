import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PropsWithChildren, ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0 },
    fact: { marginBottom: theme.spacing(1.5), overflowWrap: 'anywhere' },
    value: { margin: 0 },
  }),
  { name: 'PortaldeskFacts' },
);

/** Names and values one below the other. */
export function Facts(props: PropsWithChildren<{}>) {
  return <dl className={useStyles().list}>{props.children}</dl>;
}

/** One of the {@link Facts}. */
export function Fact(props: PropsWithChildren<{ name: ReactNode }>) {
  const classes = useStyles();
  return (
    <div className={classes.fact}>
      <Typography variant="caption" color="textSecondary" component="dt">
        {props.name}
      </Typography>
      <Typography variant="body2" component="dd" className={classes.value}>
        {props.children}
      </Typography>
    </div>
  );
}
