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
    urgent: { color: 'var(--bui-fg-danger)' },
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
  const Icon =
    above > 0
      ? HighPriorityIcon
      : above < 0
        ? LowPriorityIcon
        : DefaultPriorityIcon; // eslint-disable-line no-nested-ternary
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
