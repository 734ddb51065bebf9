import { useDesk } from '../../data';
import {
  DefaultPriorityIcon,
  HighPriorityIcon,
  LowPriorityIcon,
  makeStyles,
} from '../../ui';
import { useTitles } from '../useTitles';

const useStyles = makeStyles(
  {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 'var(--bui-space-1)',
    },
    urgent: { color: 'var(--bui-negative-fg-subdued)' },
    usual: { color: 'var(--bui-fg-secondary)' },
  },
  { name: 'PortaldeskPriority' },
);

/** A priority by its name, and an icon that says whether it is above or below the usual one. */
export function Priority(props: { priority: string }) {
  const classes = useStyles();
  const titles = useTitles();
  const { data: desk } = useDesk();
  const rank = (id: string | undefined) =>
    desk?.priorities.findIndex(priority => priority.id === id) ?? -1;
  const above = rank(props.priority) - rank(desk?.defaultPriority);
  const Icon = iconOf(above);
  return (
    <span className={classes.root}>
      <Icon
        fontSize="inherit"
        aria-hidden
        className={above > 0 ? classes.urgent : classes.usual}
      />
      {titles.priority(props.priority)}
    </span>
  );
}

/** @param above - how far above the usual priority; negative: below it */
function iconOf(above: number) {
  if (above === 0) {
    return DefaultPriorityIcon;
  }
  return above > 0 ? HighPriorityIcon : LowPriorityIcon;
}
