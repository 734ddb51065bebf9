import type { ReactNode } from 'react';
import { makeStyles, Text } from '../../ui';

const useStyles = makeStyles(
  {
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(6rem, max-content) 1fr',
      gap: 'var(--bui-space-1) var(--bui-space-4)',
      margin: 'var(--bui-space-3) 0',
      overflowWrap: 'anywhere',
    },
    value: { margin: 0, minWidth: 0 },
    pair: { display: 'contents' },
  },
  { name: 'PortaldeskSettingFacts' },
);

/** Values with what they are of; those that are not set are left out. */
export function SettingFacts(props: {
  facts: readonly { title: string; value: ReactNode }[];
}) {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {props.facts
        .filter(
          ({ value }) => value !== null && value !== undefined && value !== '',
        )
        .map(({ title, value }) => (
          <div key={title} className={classes.pair}>
            <dt>
              <Text color="secondary">{title}</Text>
            </dt>
            <dd className={classes.value}>
              <Text as="div">{value}</Text>
            </dd>
          </div>
        ))}
    </dl>
  );
}
