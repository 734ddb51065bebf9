import type { ReportGroups } from '@portaldesk/plugin-tickets-common';
import { makeStyles, Text } from '../../ui';
import { useFigureTexts } from './useFigureTexts';
import { useGroupNames } from './useGroupNames';

const MOST = 8;

const useStyles = makeStyles(
  {
    list: {
      display: 'grid',
      gridTemplateColumns: 'minmax(6rem, max-content) 1fr max-content',
      alignItems: 'center',
      gap: 'var(--bui-space-2) var(--bui-space-3)',
      listStyle: 'none',
      maxWidth: '48rem',
      margin: 'var(--bui-space-2) 0 0',
      padding: 0,
    },
    group: { display: 'contents' },
    name: { overflowWrap: 'anywhere' },
    track: { minWidth: 0 },
    bar: {
      height: 8,
      borderRadius: 'var(--bui-radius-2)',
      backgroundColor: 'var(--bui-accent-bg)',
    },
  },
  { name: 'PortaldeskTopGroups' },
);

/** The groups with the most new tickets, as bars with their figures. */
export function TopGroups(props: { title: string; groups: ReportGroups }) {
  const classes = useStyles();
  const nameOf = useGroupNames(props.groups);
  const { count } = useFigureTexts();
  const top = props.groups.items
    .filter(({ figures }) => figures.created > 0)
    .sort((a, b) => b.figures.created - a.figures.created)
    .slice(0, MOST);
  if (top.length === 0) {
    return null;
  }
  const [{ figures: most }] = top;
  return (
    <section aria-label={props.title}>
      <Text as="h3" weight="bold">
        {props.title}
      </Text>
      <ul className={classes.list}>
        {top.map(({ key, figures }) => (
          <li key={key} className={classes.group}>
            <Text className={classes.name}>{nameOf(key)}</Text>
            <span className={classes.track} aria-hidden>
              <span
                className={classes.bar}
                style={{
                  display: 'block',
                  width: `${(100 * figures.created) / most.created}%`,
                }}
              />
            </span>
            <Text>{count(figures.created)}</Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
