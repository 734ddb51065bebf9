import { Avatar } from '@backstage/ui';
import { makeStyles } from './styles';

const useStyles = makeStyles(
  {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 'var(--bui-space-1)',
      minWidth: 0,
      maxWidth: '100%',
    },
    avatar: { flex: 'none' },
    name: { overflow: 'hidden', textOverflow: 'ellipsis' },
  },
  { name: 'PortaldeskPersonName' },
);

/** A person's name after their initials. */
export function PersonName(props: { name: string }) {
  const classes = useStyles();
  return (
    <span className={classes.root} title={props.name}>
      <Avatar
        src=""
        name={props.name}
        size="x-small"
        purpose="decoration"
        className={classes.avatar}
      />
      <span className={classes.name}>{props.name}</span>
    </span>
  );
}
